import type { Product } from '#contract/catalog.ts';

/** From here on it is worth a word that few are left. */
const few = 3;

export interface Stock {
  kind: 'none' | 'few' | 'some';
  left: number;
}

/** How much of one size in one colour can still be had; a size that is not made in it counts as none. */
export function stockOf({ variants }: Pick<Product, 'variants'>, { size, color }: { size: string; color: string }): Stock {
  const variant = variants.find((one) => one.size === size && one.color === color);
  if (!variant?.is_available) return { kind: 'none', left: 0 };
  return { kind: variant.on_hand <= few ? 'few' : 'some', left: variant.on_hand };
}
