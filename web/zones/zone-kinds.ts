import type { FitZone, ZoneKind } from '#contract/fit-zones.ts';

export type { FitZone, ZoneKind };

/** The kinds in the order of their tabs. A record first, so that a new kind cannot be forgotten. */
const places: Record<ZoneKind, number> = {
  knitwear: 1,
  shirt: 2,
  't-shirt': 3,
  jacket: 4,
  coat: 5,
  trousers: 6,
  jeans: 7,
  shorts: 8,
  dress: 9,
  skirt: 10,
};
export const zoneKinds = (Object.keys(places) as ZoneKind[]).sort((a, b) => places[a] - places[b]);
