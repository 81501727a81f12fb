import type { Category } from '#contract/garment-kinds.ts';
import { category_of_class, garment_classes, type ClassChances } from './garment-classes.ts';
import type { ColorTag, GarmentTags, Guess } from './garment-tags.ts';

/** Under this the first two are offered: of the held-out photos' wrong ones most are below, of the right ones few. */
export const doubt_below = 0.75;
/** What is less likely is no offer. */
const second_min = 0.05;
/** Of trousers in the blue of denim, how many are jeans; the rest are chinos and joggers. */
const jeans_share = 0.8;
const denim: readonly string[] = ['denim blue', 'navy', 'light blue'] satisfies ColorTag['name'][];

/** Tells whether trousers of these colours are probably jeans. */
export const isDenim = (colors: readonly ColorTag[]): boolean => colors[0] !== undefined && denim.includes(colors[0].name);

/** Guesses the kind of a garment from what the network says, and trousers of denim's blue to be jeans. */
export function guessCategory(chances: ClassChances, colors: readonly ColorTag[]): GarmentTags['category'] {
  const by_category = new Map<Category, number>();
  const add = (category: Category, chance: number) => by_category.set(category, (by_category.get(category) ?? 0) + chance);
  for (const one of garment_classes)
    if (one === 'pants' && isDenim(colors)) {
      add('jeans', chances.pants * jeans_share);
      add('trousers', chances.pants * (1 - jeans_share));
    } else add(category_of_class[one], chances[one]);
  const [first, second] = [...by_category]
    .map(([value, confidence]): Guess<Category> => ({ value, confidence }))
    .toSorted((one, other) => other.confidence - one.confidence);
  const is_doubtful = first!.confidence < doubt_below && second!.confidence >= second_min;
  return is_doubtful ? { ...first!, second: second! } : first!;
}
