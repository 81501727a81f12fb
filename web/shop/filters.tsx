import type { ProductList } from '#contract/shop-window.ts';
import { Checkbox } from '#web/design/checkbox.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { facetLabel } from './facet-label.ts';
import { orderSizes } from './order-sizes.ts';
import { PriceFilter } from './price-filter.tsx';
import { type ListFilter, type ShopSearch, list_filters, shop_form } from './shop-search.ts';
import type { FilterActs } from './use-filters.ts';

interface Props {
  search: ShopSearch;
  facets: ProductList['facets'];
  filters: FilterActs;
  /** Part of the shop's form, so that it works without scripts. Of two that stand on a page only one may be. */
  is_in_form?: boolean;
}

/** All that the list may be narrowed by, each with how many garments it leaves. */
export function Filters({ search, facets, filters, is_in_form = false }: Props) {
  const t = useTranslate();
  return (
    <div className="filters">
      <Radios
        legend={t('shop.for_whom')}
        look="choice slim"
        {...(is_in_form ? { name: 'sizing', form: shop_form } : {})}
        value={search.sizing ?? ''}
        options={(['', 'women', 'men'] as const).map((value) => ({ value, label: t(`shop.sizing_${value || 'all'}`) }))}
        onChange={(value) => filters.go({ ...search, sizing: value === '' ? undefined : (value as 'women' | 'men') })}
      />
      {list_filters.map((name) => (
        <ListOfValues key={name} {...{ name, search, facets, filters, is_in_form }} />
      ))}
      {facets.price && <PriceFilter key={facets.price.currency} price={facets.price} {...{ search, filters, is_in_form }} />}
    </div>
  );
}

/** A value that was chosen stays in its place even when nothing is left of it: else it could not be taken back there. */
function ListOfValues({ name, search, facets, filters, is_in_form }: Props & { name: ListFilter }) {
  const t = useTranslate();
  const chosen: readonly string[] = search[name] ?? [];
  const listed = name === 'size' ? orderSizes(facets.size) : facets[name];
  const values = listed.filter(({ count, value }) => count > 0 || chosen.includes(value));
  if (values.length === 0) return null;
  return (
    <fieldset className="field">
      <legend className="label">{t(`shop.filter_${name}`)}</legend>
      <div className={name === 'size' ? 'ticks in-row' : 'ticks'}>
        {values.map(({ value, label, count }) => (
          <Checkbox
            key={value}
            value={chosen.includes(value)}
            sent={is_in_form ? { form: shop_form, name, value } : undefined}
            onChange={() => filters.toggle(name, value)}
            label={
              <>
                {facetLabel(t, name, { value, label })}{' '}
                <span className="micro faint">
                  {count}
                  <span className="sr"> {t('shop.garments', { count })}</span>
                </span>
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
