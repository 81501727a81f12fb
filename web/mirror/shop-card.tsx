import { Link } from '@tanstack/react-router';
import type { TryOnSession } from '#contract/tryon.ts';
import { useIsSaved, useSave } from '#web/api/saved-queries.ts';
import { safeLink } from '#web/catalog/read-link.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { moneyText } from '#web/messages/money-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Where something that is worn can be bought: in a boutique here, or on a retailer's page. */
export interface Seller {
  product_id: string;
  name: string;
  price_minor: number | null;
  currency: string | null;
  /** null: a boutique's, with a page here. */
  url: string | null;
}

/** Lists who sells what is worn, each product once. */
export function sellersOf({ items }: Pick<TryOnSession, 'items'>): Seller[] {
  const sellers = items.flatMap(({ boutique, product_id, product_url, brand, price_minor, currency }): Seller[] => {
    if (boutique) return [{ ...boutique, url: null }];
    const url = product_url === null ? undefined : safeLink(product_url);
    return product_id !== null && url ? [{ product_id, name: brand ?? new URL(url).hostname, price_minor, currency, url }] : [];
  });
  return sellers.filter((one, index) => sellers.findIndex(({ product_id }) => product_id === one.product_id) === index);
}

/** Leads to where it is sold. */
export function BuyLink({ seller, className, children }: { seller: Seller; className: string; children: React.ReactNode }) {
  if (seller.url !== null)
    return (
      <a className={className} href={seller.url} rel="noopener noreferrer" target="_blank">
        {children}
      </a>
    );
  return (
    <Link className={className} to="/shop/$slug" params={{ slug: seller.product_id }}>
      {children}
    </Link>
  );
}

/** Over the picture of a look: whose it is and what it costs, and how to get it. */
export function ShopCard({ seller }: { seller: Seller }) {
  const t = useTranslate();
  const say = useSay();
  const { product_id: id, name, price_minor, currency, url } = seller;
  const is_saved = useIsSaved(id).data === true;
  const save = useSave();
  const put = (to: boolean) =>
    save.mutate(
      { kind: 'product', id, is_saved: to },
      { onSuccess: () => say(t(to ? 'saved.kept' : 'saved.taken_off'), { action: { label: t('wardrobe.undo'), run: () => put(!to) } }) },
    );
  return (
    <div className="shop-card">
      <p>
        {price_minor !== null && currency !== null
          ? t('mirror.from', { boutique: name, price: moneyText(t, price_minor, currency) })
          : t('mirror.from_unpriced', { boutique: name })}
      </p>
      <div className="row wraps">
        <BuyLink seller={seller} className="btn ink">
          {t('mirror.buy_now')}
        </BuyLink>
        {url === null && (
          <Button look="link" aria-pressed={is_saved} is_busy={save.isPending} onClick={() => put(!is_saved)}>
            {t('saved.save')}
          </Button>
        )}
      </div>
      {save.error && <ErrorNotice error={save.error} />}
    </div>
  );
}
