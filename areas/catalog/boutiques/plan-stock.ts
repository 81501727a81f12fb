import { colorFamily } from './color-family.ts';
import type { ColorRow, VariantRow } from './boutique-tables.ts';
import type { CheckedProductDraft } from './product-draft.ts';

export interface StockPlan {
  colors: Omit<ColorRow, 'product_id'>[];
  kept: Pick<VariantRow, 'size' | 'color' | 'sku' | 'price_minor' | 'on_hand'>[];
  removed_ids: string[];
}

type Known = Pick<VariantRow, 'id' | 'size' | 'color' | 'reserved'>;

/**
 * Plans how stock becomes what a draft says. What is promised to somebody cannot be taken away: `short` names what would
 * be left without.
 */
export function planStock(
  { colors, variants, price_minor }: Pick<CheckedProductDraft, 'colors' | 'variants' | 'price_minor'>,
  known: readonly Known[],
): { plan: StockPlan; short: Known[] } {
  const kept = variants.map((one) => ({ ...one, price_minor: one.price_minor ?? price_minor }));
  const wanted = new Map(kept.map((one) => [keyOf(one), one.on_hand]));
  return {
    plan: {
      colors: colors.map(({ name, hex, family }, position) => ({ name, hex, position, family: family ?? colorFamily(hex) })),
      kept,
      removed_ids: known.filter((one) => !wanted.has(keyOf(one))).map(({ id }) => id),
    },
    short: known.filter((one) => (wanted.get(keyOf(one)) ?? 0) < one.reserved),
  };
}

const keyOf = ({ size, color }: Pick<VariantRow, 'size' | 'color'>): string => JSON.stringify([size, color]);
