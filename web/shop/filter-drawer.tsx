import { Dialog } from 'radix-ui';
import type { ProductList } from '#contract/shop-window.ts';
import { Icon } from '#web/design/icon.tsx';
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
  const count = countChosen(search);
  return (
    <Dialog.Root>
      <Dialog.Trigger className="btn quiet only-narrow">{t('shop.filter', { count })}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="drawer" aria-describedby={undefined}>
          <div className="row between">
            <Dialog.Title className="display title">{t('shop.filters')}</Dialog.Title>
            <Dialog.Close className="tool" aria-label={t('shop.close')}>
              <Icon name="x" />
            </Dialog.Close>
          </div>
          <Filters search={search} facets={list.facets} filters={filters} />
          <div className="drawer-foot">
            <Dialog.Close className="btn ink tall wide">{t('shop.show', { count: list.total })}</Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
