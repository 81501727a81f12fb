import { useRef, useState } from 'react';
import type { ProductList } from '#contract/shop-window.ts';
import { Button } from '#web/design/button.tsx';
import { Drawer } from '#web/design/drawer.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { Filters } from './filters.tsx';
import { type ShopSearch, countChosen } from './shop-search.ts';
import type { FilterActs } from './use-filters.ts';

interface Props {
  search: ShopSearch;
  list: ProductList;
  filters: FilterActs;
}

/** The filters on a phone: over the whole screen, with what is left always said on the button that leads back. */
export function FilterDrawer({ search, list, filters }: Props) {
  const t = useTranslate();
  const [is_open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const choices = useRef<HTMLDivElement>(null);
  const show = () => {
    // What could not be read must be seen before it is gone.
    const wrong = choices.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else close();
  };
  return (
    <>
      <Button look="quiet" className="only-narrow needs-script" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('shop.filter', { count: countChosen(search) })}
      </Button>
      {is_open && (
        <Drawer
          title={t('shop.filters')}
          onClose={close}
          foot={
            <Button look="ink" is_tall is_wide onClick={show}>
              {t('shop.show', { count: list.total })}
            </Button>
          }
        >
          <div ref={choices}>
            <Filters search={search} facets={list.facets} filters={filters} />
          </div>
        </Drawer>
      )}
    </>
  );
}
