import type { Category } from '#contract/catalog.ts';

export type { Category };

/** The kinds of garment in the order people look for them; null where no body decides the size. A record first, so that a new kind cannot be forgotten. */
const places: Record<Category, number | null> = {
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
  shoes: null,
  bag: null,
  accessory: null,
  other: 11,
};
const placed = (Object.entries(places) as [Category, number | null][]).filter((entry): entry is [Category, number] => entry[1] !== null);
export const categories: Category[] = placed.toSorted(([, a], [, b]) => a - b).map(([one]) => one);
