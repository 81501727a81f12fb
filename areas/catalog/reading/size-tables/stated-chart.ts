import type * as z from 'zod';
import type { statedChart } from '#contract/catalog.ts';

/** A size chart as a page states it, in cm, sizes in the page's order. */
export type StatedChart = z.infer<typeof statedChart>;
export type StatedSize = StatedChart['sizes'][number];
