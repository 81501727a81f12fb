import type { Category } from '#contract/catalog.ts';

export type { Category };

/** The kinds of garment in the order people look for them. A record first, so that a new kind cannot be forgotten. */
const places: Record<Category, number> = {
  't-shirt': 1,
  shirt: 2,
  knitwear: 3,
  jacket: 4,
  coat: 5,
  trousers: 6,
  jeans: 7,
  shorts: 8,
  dress: 9,
  skirt: 10,
  other: 11,
};
export const categories = (Object.keys(places) as Category[]).sort((a, b) => places[a] - places[b]);
