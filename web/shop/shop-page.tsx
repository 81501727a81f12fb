import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '#web/api/api-context.ts';
import { productsQuery } from '#web/api/shop-queries.ts';
import { Button } from '#web/design/button.tsx';
import { EmptyState } from '#web/design/empty-state.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { PageHead } from '#web/design/page-head.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ChosenFilters } from './chosen-filters.tsx';
import { FilterDrawer } from './filter-drawer.tsx';
import { Filters } from './filters.tsx';
import { ProductGrid } from './product-grid.tsx';
import { PlainSubmit } from './plain-submit.tsx';
import { type ShopSearch, countChosen, fromStart } from './shop-search.ts';
import { ShopWords } from './shop-words.tsx';
import { SortChoice } from './sort-choice.tsx';
import { useFilters } from './use-filters.ts';

/** Everything that boutiques sell here, narrowed by what the address says. */
export function ShopPage({ search }: { search: ShopSearch }) {
  const t = useTranslate();
  const found = useInfiniteQuery({ ...productsQuery(useApi(), search), placeholderData: keepPreviousData });
  const { chosen, filters } = useFilters(search);
  const first = found.data?.pages[0];
  const is_narrowed = countChosen(search) > 0 || search.q !== undefined || search.sort !== undefined || search.after !== undefined;
  return (
    <div className="wrap">
      <PageHead title={t('shop.page')} description={t('shop.about')} path="/shop" is_unlisted={is_narrowed} />
      <div className="shop-head">
        <h1 className="display hero">{t('shop.title')}</h1>
        <ShopWords value={search.q ?? ''} onSearch={(q) => filters.go({ ...chosen, q })} />
      </div>
      <div className="shop">
        <aside className="shop-side" aria-label={t('shop.filters')}>
          {first && <PlainSkip count={first.total} />}
          {first && <Filters search={chosen} facets={first.facets} filters={filters} is_in_form />}
          <PlainSubmit />
        </aside>
        <section className="shop-list" aria-labelledby="found">
          <div className="shop-bar">
            <p className="small quiet" id="found" role="status" tabIndex={-1}>
              {first ? t('shop.found', { count: first.total }) : t('shop.looking')}
            </p>
            <div className="row">
              {first && <FilterDrawer search={chosen} list={first} filters={filters} />}
              <SortChoice value={chosen.sort ?? 'new'} onChange={(sort) => filters.go({ ...chosen, sort })} />
              <PlainSubmit />
            </div>
          </div>
          <ChosenFilters search={chosen} facets={first?.facets} filters={filters} />
          {found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
          {search.after !== undefined && (
            <p>
              <Link className="link small" to="/shop" search={fromStart(search)}>
                {t('shop.from_start')}
              </Link>
            </p>
          )}
          {first?.total === 0 && <NothingFound onClear={is_narrowed ? () => filters.go({}) : undefined} />}
          <ProductGrid found={found} search={search} />
        </section>
      </div>
    </div>
  );
}

/** Past the filters, which stand first on a phone where no script can fold them away. */
function PlainSkip({ count }: { count: number }) {
  const t = useTranslate();
  return (
    <noscript>
      <a className="link small only-narrow" href="#found">
        {t('shop.show', { count })}
      </a>
    </noscript>
  );
}

function NothingFound({ onClear }: { onClear: (() => void) | undefined }) {
  const t = useTranslate();
  return (
    <EmptyState title={t(onClear ? 'shop.nothing' : 'shop.empty')} text={t(onClear ? 'shop.nothing_next' : 'shop.empty_next')}>
      {onClear && (
        <Button className="needs-script" onClick={onClear}>
          {t('shop.clear')}
        </Button>
      )}
      {onClear && (
        <noscript>
          <Link className="btn" to="/shop">
            {t('shop.clear')}
          </Link>
        </noscript>
      )}
    </EmptyState>
  );
}
