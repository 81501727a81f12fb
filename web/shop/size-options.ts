import type { Product } from '#contract/catalog.ts';
import type { Option } from '#web/design/radios.tsx';
import type { Translate } from '#web/messages/translate.ts';
import { stockOf } from './stock-of.ts';

/** The sizes with what is left of each in a colour; what cannot be had is struck, and a dot stands above what is advised. */
export function sizeOptions(t: Translate, product: Product, { color, advised }: { color: string; advised: readonly string[] }): Option[] {
  return product.size_options.map(({ label }) => {
    const { kind, left } = stockOf(product, { size: label, color });
    const note = t('product.stock', { stock: kind, left });
    const is_best = advised.includes(label);
    return {
      value: label,
      label,
      note,
      is_best,
      is_off: kind === 'none',
      ...(is_best ? { aria_label: t('product.size_advised', { size: label, note }) } : {}),
    };
  });
}
