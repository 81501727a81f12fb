import { Link } from '@tanstack/react-router';
import type { Category } from '#contract/catalog.ts';
import type { ProductCard } from '#contract/for-sale.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { moneyText } from './money-text.ts';
import { ProductPicture } from './product-picture.tsx';

interface Props {
  product: ProductCard;
  sizes: string;
  is_first?: boolean;
}

/** A garment lying on cloth, and beneath it whose, what and how much. All of it leads to its page. */
export function ProductTile({ product, sizes, is_first }: Props) {
  const t = useTranslate();
  const { slug, product_name, boutique, price_minor, price_before_minor, currency, picture, category, colors } = product;
  const is_sold_out = product.sizes.every(({ is_available }) => !is_available);
  return (
    <Link className="tile" to="/shop/$slug" params={{ slug }} viewTransition>
      <div className="flat cloth">
        <ProductPicture
          picture={picture}
          category={category as Category}
          sizes={sizes}
          is_first={is_first}
          is_decoration
          style={{ viewTransitionName: `garment-${slug}` }}
        />
      </div>
      <p className="small">
        <span className="b">{boutique.name}</span>
        <br />
        {product_name} <span className="quiet">{moneyText(t, price_minor, currency)}</span>
        {price_before_minor !== null && (
          <>
            {' '}
            <s className="faint">
              <span className="sr">{t('shop.before')}</span> {moneyText(t, price_before_minor, currency)}
            </s>
          </>
        )}
        {(is_sold_out || colors.length > 1) && (
          <>
            <br />
            <span className="micro faint">{is_sold_out ? t('shop.sold_out') : t('shop.colors', { count: colors.length })}</span>
          </>
        )}
      </p>
    </Link>
  );
}
