import { useEffect, useState } from 'react';
import type { ProductList } from '#contract/shop-window.ts';
import { PriceRange } from '#web/design/price-range.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { PlainPrice } from './plain-price.tsx';
import { type ShopSearch, minorUnits } from './shop-search.ts';
import type { FilterActs } from './use-filters.ts';

interface Props {
  price: NonNullable<ProductList['facets']['price']>;
  search: ShopSearch;
  filters: FilterActs;
  is_in_form: boolean;
}

/** So long a notch must rest before its place is asked for. In ms. */
const rest_ms = 350;

/** From how much to how much, in whole units of the currency. An end that stands where the list ends asks for nothing. */
export function PriceFilter({ price, search, filters, is_in_form }: Props) {
  const t = useTranslate();
  const unit = minorUnits(price.currency);
  const { price_min_minor, price_max_minor } = search;
  // What was chosen stays in reach when the other filters leave less.
  const min = Math.floor(Math.min(price.min_minor, price_min_minor ?? price.min_minor) / unit);
  const max = Math.max(min + 1, Math.ceil(Math.max(price.max_minor, price_max_minor ?? price.max_minor) / unit));
  const chosen: [number, number] = [
    price_min_minor === undefined ? min : price_min_minor / unit,
    price_max_minor === undefined ? max : price_max_minor / unit,
  ];
  const [held, setHeld] = useState<[number, number] | null>(null);
  useEffect(() => {
    if (!held) return undefined;
    const timer = setTimeout(() => {
      const [low, high] = held;
      setHeld(null);
      filters.go({
        ...search,
        currency: price.currency,
        price_min_minor: low <= min ? undefined : Math.round(low * unit),
        price_max_minor: high >= max ? undefined : Math.round(high * unit),
      });
    }, rest_ms);
    return () => clearTimeout(timer);
  }, [held, filters, search, min, max, unit, price.currency]);
  if (price.min_minor === price.max_minor && price_min_minor === undefined && price_max_minor === undefined) return null;
  return (
    <>
      <div className="needs-script">
        <PriceRange
          label={t('shop.filter_price')}
          value={held ?? chosen}
          min={min}
          max={max}
          step={1}
          currency={price.currency}
          onChange={setHeld}
        />
      </div>
      {is_in_form && <PlainPrice {...{ search, min, max, unit }} currency={price.currency} />}
    </>
  );
}
