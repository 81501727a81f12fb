import { useId } from 'react';
import type { Product } from '#contract/catalog.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { stockOf } from './stock-of.ts';

interface Props {
  product: Product;
  color: string;
  value: string | null;
  /** Sizes that the advice names; a dot stands above them. */
  advised: readonly string[];
  onChange: (size: string) => void;
}

/** The sizes on a seam, a notch under the chosen one, what is left beneath each. */
export function SizeChoice({ product, color, value, advised, onChange }: Props) {
  const t = useTranslate();
  const name = useId();
  return (
    <fieldset className="field">
      <legend className="sr">{t('product.size')}</legend>
      <div className="sizes stocked">
        {product.size_options.map(({ label }) => {
          const stock = stockOf(product, { size: label, color });
          const word = t('product.stock', { stock: stock.kind, left: stock.left });
          return (
            <label key={label} className={advised.includes(label) ? 'best' : undefined}>
              <input
                type="radio"
                name={name}
                value={label}
                checked={value === label}
                disabled={stock.kind === 'none'}
                onChange={() => onChange(label)}
              />
              <span className={stock.kind === 'none' ? 'struck' : undefined}>{label}</span>
              <small className="micro faint">{word}</small>
              {advised.includes(label) && <span className="sr">{t('product.advised')}</span>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
