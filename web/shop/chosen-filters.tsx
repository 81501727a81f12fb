import { useEffect, useRef } from 'react';
import type { ProductList } from '#contract/shop-window.ts';
import { Button } from '#web/design/button.tsx';
import { RemovableChip } from '#web/design/chip.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { facetLabel } from './facet-label.ts';
import { type ShopSearch, countChosen, list_filters } from './shop-search.ts';
import type { FilterActs } from './use-filters.ts';

interface Props {
  search: ShopSearch;
  facets: ProductList['facets'] | undefined;
  filters: FilterActs;
}

/** What was chosen, each to be taken back where it is read. */
export function ChosenFilters({ search, facets, filters }: Props) {
  const t = useTranslate();
  const count = countChosen(search);
  const { list, noteRemoved } = useFocusOnNext(count);
  if (count === 0) return null;
  const chosen = list_filters.flatMap((name) =>
    (search[name] ?? []).map((value) => {
      const label = facets?.[name].find((one) => one.value === value)?.label;
      return { key: `${name}:${value}`, word: facetLabel(t, name, { value, label }), takeBack: () => filters.toggle(name, value) };
    }),
  );
  const { sizing, price_min_minor, price_max_minor } = search;
  if (sizing)
    chosen.push({ key: 'sizing', word: t(`shop.sizing_${sizing}`), takeBack: () => filters.go({ ...search, sizing: undefined }) });
  if (price_min_minor !== undefined || price_max_minor !== undefined)
    chosen.push({
      key: 'price',
      word: t('shop.filter_price'),
      takeBack: () => filters.go({ ...search, price_min_minor: undefined, price_max_minor: undefined }),
    });
  return (
    <ul ref={list} className="row wraps chosen-filters needs-script" aria-label={t('shop.chosen')}>
      {chosen.map(({ key, word, takeBack }, index) => (
        <li key={key}>
          <RemovableChip
            label={word}
            onRemove={() => {
              noteRemoved(index);
              takeBack();
            }}
          />
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <Button
            look="link"
            onClick={() => {
              noteRemoved(0);
              filters.go({ q: search.q, sort: search.sort });
            }}
          >
            {t('shop.clear')}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** A chip that is taken away takes the focus with it: the next one gets it, or, when none is left, how much was found. */
function useFocusOnNext(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const removed = useRef<{ index: number; of: number } | null>(null);
  useEffect(() => {
    // The address changes a moment after the press.
    if (!removed.current || count >= removed.current.of) return;
    const chips = [...(list.current?.querySelectorAll<HTMLElement>('.chip') ?? [])];
    const next = chips[Math.min(removed.current.index, chips.length - 1)] ?? document.getElementById('found');
    removed.current = null;
    next?.focus();
  }, [count]);
  return { list, noteRemoved: (index: number) => void (removed.current = { index, of: count }) };
}
