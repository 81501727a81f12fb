import { demo } from '#demo/index.ts';
import { catalog } from '#areas/catalog/index.ts';
import { fit } from '#areas/fit/index.ts';
import { garments } from '#areas/garments/index.ts';
import { inbox } from '#areas/inbox/index.ts';
import { insight } from '#areas/insight/index.ts';
import { people } from '#areas/people/index.ts';
import { tryon } from '#areas/tryon/index.ts';
import { wardrobe } from '#areas/wardrobe/index.ts';
import type { Area } from '#platform/area/area.ts';

/** THE list of areas, lowest first: an area may import only areas above it here. The demo, which may enter all, comes last. */
export const areas: readonly Area[] = [people, garments, catalog, wardrobe, fit, tryon, insight, inbox, demo];
