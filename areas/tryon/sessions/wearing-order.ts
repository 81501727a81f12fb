import { type Category, isWearable, type WearableCategory, wornShape, type WornShape } from '#contract/garment-kinds.ts';
import type { TriedItem } from '#contract/tryon.ts';

interface Wearing {
  /** Later ones lie above. */
  layer: number;
  /** What it takes up: of each only one garment can be worn. */
  places: readonly ('legs' | 'body' | 'over' | 'jacket' | 'coat')[];
}

/** How each kind of garment that can be tried on is worn. */
const wearing: Record<WearableCategory, Wearing> = {
  trousers: { layer: 0, places: ['legs'] },
  jeans: { layer: 0, places: ['legs'] },
  shorts: { layer: 0, places: ['legs'] },
  skirt: { layer: 0, places: ['legs'] },
  dress: { layer: 1, places: ['body', 'legs'] },
  't-shirt': { layer: 1, places: ['body'] },
  shirt: { layer: 1, places: ['body'] },
  knitwear: { layer: 2, places: ['over'] },
  jacket: { layer: 3, places: ['jacket'] },
  coat: { layer: 4, places: ['coat'] },
};

/** Says how a kind of garment is worn; undefined for what cannot be tried on. */
export const wearingOf = (category: Category): (Wearing & { shape: WornShape }) | undefined =>
  isWearable(category) ? { shape: wornShape(category), ...wearing[category] } : undefined;

/** Finds two of some garments that cannot be worn together: two pairs of trousers, a dress with a skirt. */
export function findClash(items: readonly Pick<TriedItem, 'category'>[]): [number, number] | undefined {
  const taken = new Map<string, number>();
  for (const [index, { category }] of items.entries())
    for (const place of wearingOf(category)?.places ?? []) {
      const other = taken.get(place);
      if (other !== undefined) return [other, index];
      taken.set(place, index);
    }
  return undefined;
}
