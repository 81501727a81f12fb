import { Link } from '@tanstack/react-router';
import type { Category } from '#contract/catalog.ts';
import type { ProductCard } from '#contract/for-sale.ts';
import { GarmentTile } from '#web/design/garment-tile.tsx';
import { langOf } from '#web/messages/lang-of.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { moneyText } from '#web/messages/money-text.ts';
import { ProductPicture } from './product-picture.tsx';

interface Props {
  product: ProductCard;
  /** How wide it is shown, as the `sizes` of an img element. */
  sizes: string;
  is_first?: boolean;
}

/** A boutique's garment lying on cloth; all of it leads to its page. */
export function ProductTile({ product, sizes, is_first }: Props) {
  const t = useTranslate();
  const { slug, product_name, boutique, price_minor, price_before_minor, currency, picture, colors } = product;
  const category = product.category as Category;
  const is_sold_out = product.sizes.every(({ is_available }) => !is_available);
  const note = is_sold_out ? t('shop.sold_out') : colors.length > 1 ? t('shop.colors', { count: colors.length }) : null;
  return (
    <GarmentTile
      category={category}
      picture={
        <div className={picture?.has_alpha === false ? 'garment cloth' : 'garment cloth is-cut-out'}>
          <ProductPicture
            picture={picture}
            category={category}
            sizes={sizes}
            is_first={is_first}
            is_decoration
            style={{ viewTransitionName: `garment-${slug}` }}
          />
        </div>
      }
      brand={boutique.name}
      name={product_name}
      price={moneyText(t, price_minor, currency)}
      price_before={price_before_minor === null ? undefined : moneyText(t, price_before_minor, currency)}
      note={note}
      // oxlint-disable-next-line react/no-unstable-nested-components -- wraps a word, keeps no state
      link={(name) => (
        <Link to="/shop/$slug" params={{ slug }} lang={langOf(t, boutique.language)} viewTransition>
          {name}
        </Link>
      )}
    />
  );
}
