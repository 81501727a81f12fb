import { Link } from '@tanstack/react-router';
import type { Product } from '#contract/catalog.ts';
import { isWearable } from '#contract/garment-kinds.ts';
import type { Item } from '#contract/wardrobe.ts';
import { useIsKnown } from '#web/api/known.ts';
import { useWardrobe } from '#web/api/wardrobe-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { GarmentPicture } from '#web/design/garment-picture.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { itemName } from '#web/wardrobe/item-name.ts';
import { ItemPicture } from '#web/wardrobe/item-picture.tsx';
import { MoreItems } from '#web/wardrobe/more-items.tsx';
import { type MirrorSearch, items_max, toggleItem, wishesOf } from './mirror-search.ts';

interface Props {
  search: MirrorSearch;
  owned: readonly Item[];
  product: Product | undefined;
  onChange: (search: MirrorSearch) => void;
}

/** What can be put on: what somebody came with, then what hangs in their wardrobe. Pressed is on. */
export function GarmentPicker({ search, owned, product, onChange }: Props) {
  const t = useTranslate();
  const is_known = useIsKnown();
  const found = useWardrobe({});
  const listed = found.data?.pages.flatMap(({ items }) => items).filter(isShown) ?? [];
  // Chosen elsewhere, and not on these pages of the list.
  const first = owned.filter(({ id }) => !listed.some((one) => one.id === id));
  const items = [...first, ...listed];
  const is_full = wishesOf(search).length >= items_max;
  const { product: _product, color: _color, ...without_product } = search;
  if ((!is_known || (found.data && items.length === 0)) && !product) return <NothingToWear />;
  return (
    <>
      <ul className="wear-grid">
        {product && (
          <li>
            <button type="button" aria-pressed onClick={() => onChange(without_product)}>
              <GarmentPicture src={product.product_image} alt="" category={product.category} />
              <span>{product.product_name}</span>
            </button>
          </li>
        )}
        {items.map((item) => {
          const is_on = search.items?.includes(item.id) === true;
          return (
            <li key={item.id}>
              <button type="button" aria-pressed={is_on} disabled={is_full && !is_on} onClick={() => onChange(toggleItem(search, item.id))}>
                <ItemPicture item={item} is_decoration />
                <span>{itemName(t, item)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {found.error && is_known && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      <MoreItems found={found} />
    </>
  );
}

/** Shoes and bags cannot be tried on, and what has no picture has nothing to show. */
const isShown = ({ category, image_original }: Item): boolean => category !== null && isWearable(category) && image_original !== null;

function NothingToWear() {
  const t = useTranslate();
  return (
    <div className="stack">
      <p className="small quiet">{t('mirror.nothing_to_wear')}</p>
      <p className="row wraps wide-gap">
        <Link className="link small" to="/wardrobe/add">
          {t('add.title')}
        </Link>
        <Link className="link small" to="/shop">
          {t('product.to_shop')}
        </Link>
      </p>
    </div>
  );
}
