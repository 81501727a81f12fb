import { useId } from 'react';
import type { Product } from '#contract/catalog.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  options: Product['color_options'];
  /** Of their names, where it is not the page's. */
  lang?: string;
  value: string;
  onChange: (color: string) => void;
}

/** The colours as swatches of cloth; the name of the chosen one stands beside, because nobody reads a swatch aloud. */
export function ColorChoice({ options, lang, value, onChange }: Props) {
  const t = useTranslate();
  const name = useId();
  return (
    <fieldset className="field">
      <legend className="small">
        <span className="b">{t('product.color')}</span>{' '}
        <span className="quiet" lang={lang}>
          {value}
        </span>
      </legend>
      <div className="swatches">
        {options.map((option) => (
          <label key={option.name} lang={lang} title={option.name}>
            <input type="radio" name={name} value={option.name} checked={option.name === value} onChange={() => onChange(option.name)} />
            <span className="swatch" style={{ backgroundColor: option.hex }} />
            <span className="sr">{option.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
