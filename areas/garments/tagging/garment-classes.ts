import type { Category } from '#contract/garment-kinds.ts';

/** What the network tells apart, in the order of its answer: the folders of the photos that it learned from. */
export const garment_classes = ['dress', 'hat', 'longsleeve', 'outwear', 'pants', 'shirt', 'shoes', 'shorts', 'skirt', 't-shirt'] as const;
export type GarmentClass = (typeof garment_classes)[number];

/** The kind of garment that a class is most often. */
export const category_of_class: Record<GarmentClass, Category> = {
  dress: 'dress',
  hat: 'accessory',
  // Sweaters, sweatshirts and long-sleeved tops lie together in that folder.
  longsleeve: 'knitwear',
  outwear: 'jacket',
  pants: 'trousers',
  shirt: 'shirt',
  shoes: 'shoes',
  shorts: 'shorts',
  skirt: 'skirt',
  't-shirt': 't-shirt',
};

/** How likely each class is, adding up to one. */
export type ClassChances = Record<GarmentClass, number>;

/** Reads one row of the network's answer. */
export function toClassChances(row: ArrayLike<number>): ClassChances {
  return Object.fromEntries(garment_classes.map((one, at) => [one, row[at]!])) as ClassChances;
}

/** Gives what a class-wise guess comes to when the class is not certain: its mean over the classes. */
export function expectOver(chances: ClassChances, of: (one: GarmentClass) => number): number {
  return garment_classes.reduce((sum, one) => sum + chances[one] * of(one), 0);
}
