import type { Category } from '#contract/catalog.ts';
import type { Sizing } from './evidence.ts';

/** Lengths of the middle size as makers usually cut it, cm from the highest shoulder point (skirts: from the waist). */
const lengths_cm: Partial<Record<Category, readonly [men: number, women: number]>> = {
  't-shirt': [71, 63],
  shirt: [76, 68],
  knitwear: [68, 62],
  jacket: [72, 63],
  coat: [98, 98],
  dress: [100, 100],
  skirt: [65, 65],
};
const other_cm = [70, 64] as const;

/** Gives the usual length of a garment of this kind: only a reference point, since length is cut to fashion. */
export function typicalLength(category: Category, sizing: Sizing): number {
  return (lengths_cm[category] ?? other_cm)[sizing === 'men' ? 0 : 1];
}
