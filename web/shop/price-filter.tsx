import { useEffect, useRef, useState } from 'react';
import type { ProductList } from '#contract/shop-window.ts';
import { PriceRange } from '#web/design/price-range.tsx';
import { minorDigits } from '#web/messages/money-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { PlainPrice } from './plain-price.tsx';
import type { ShopSearch } from './shop-search.ts';
import type { FilterActs } from './use-filters.ts';

interface Props {
  price: NonNullable<ProductList['facets']['price']>;
  search: ShopSearch;
  filters: FilterActs;
  is_in_form: boolean;
}

type Range = [number, number];

/** So long a notch must rest before its place is asked for. In ms. */
const rest_ms = 350;

/** From how much to how much; dragged in whole units of the currency. An end that stands where the list ends asks for nothing. */
export function PriceFilter({ price, search, filters, is_in_form }: Props) {
  const t = useTranslate();
  const unit = 10 ** minorDigits(price.currency);
  const { price_min_minor, price_max_minor } = search;
  // What was chosen stays in reach when the other filters leave less.
  const min = Math.floor(Math.min(price.min_minor, price_min_minor ?? price.min_minor) / unit) * unit;
  const max = Math.max(min + unit, Math.ceil(Math.max(price.max_minor, price_max_minor ?? price.max_minor) / unit) * unit);
  const { held, hold, rest } = useHeld(([low, high]) =>
    filters.go({
      ...search,
      currency: price.currency,
      price_min_minor: low <= min ? undefined : low,
      price_max_minor: high >= max ? undefined : high,
    }),
  );
  if (price.min_minor === price.max_minor && price_min_minor === undefined && price_max_minor === undefined) return null;
  return (
    <>
      <div className="needs-script">
        <PriceRange
          label={t('shop.filter_price')}
          value={held ?? [price_min_minor ?? min, price_max_minor ?? max]}
          min={min}
          max={max}
          step={unit}
          currency={price.currency}
          onChange={hold}
          onRest={rest}
        />
      </div>
      {is_in_form && <PlainPrice search={search} min={min / unit} max={max / unit} unit={unit} currency={price.currency} />}
    </>
  );
}

/** Holds what moves until it rests. Where the filters are closed before that, it still counts. */
function useHeld(go: (range: Range) => void) {
  const [held, setHeld] = useState<Range | null>(null);
  const waiting = useRef<{ range: Range; timer: ReturnType<typeof setTimeout> } | null>(null);
  const rest = () => {
    if (!waiting.current) return;
    const { range, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    setHeld(null);
    go(range);
  };
  const atRest = useRef(rest);
  useEffect(() => {
    atRest.current = rest;
  });
  useEffect(() => () => atRest.current(), []);
  const hold = (range: Range) => {
    clearTimeout(waiting.current?.timer);
    waiting.current = { range, timer: setTimeout(() => atRest.current(), rest_ms) };
    setHeld(range);
  };
  return { held, hold, rest };
}
