import { type FormEvent, useId } from 'react';
import type { ProductList } from '#contract/shop-window.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { moneyText } from './money-text.ts';
import type { ShopSearch } from './shop-search.ts';
import type { FilterActs } from './use-filters.ts';

interface Props {
  price: NonNullable<ProductList['facets']['price']>;
  search: ShopSearch;
  filters: FilterActs;
}

/** From how much to how much, in whole units of the currency; what the list has stands in the empty fields. */
export function PriceFilter({ price, search, filters }: Props) {
  const t = useTranslate();
  const id = useId();
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency: price.currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const unit = 10 ** digits;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const read = (name: string): number | undefined => {
      const text = given.get(name);
      return typeof text === 'string' && text !== '' ? Math.round(Number(text) * unit) : undefined;
    };
    filters.go({ ...search, price_min_minor: read('low'), price_max_minor: read('high') });
  };
  const field = (name: 'low' | 'high', chosen: number | undefined, edge: number) => (
    <label className="field" htmlFor={`${id}-${name}`}>
      <span className="micro faint">{t(`shop.price_${name}`)}</span>
      <input
        key={chosen}
        className="input"
        id={`${id}-${name}`}
        name={name}
        type="number"
        min={0}
        step={1}
        inputMode="numeric"
        defaultValue={chosen === undefined ? '' : chosen / unit}
        placeholder={moneyText(t, edge, price.currency)}
      />
    </label>
  );
  return (
    <form onSubmit={submit}>
      <fieldset className="field">
        <legend className="label">{t('shop.filter_price')}</legend>
        <div className="prices">
          {field('low', search.price_min_minor, price.min_minor)}
          {field('high', search.price_max_minor, price.max_minor)}
          <button type="submit" className="btn quiet">
            {t('shop.price_apply')}
          </button>
        </div>
      </fieldset>
    </form>
  );
}
