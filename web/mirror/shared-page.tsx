import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { ApiError } from '#contract/client.ts';
import type { SharedItem, SharedLook } from '#contract/looks.ts';
import { safeLink } from '#web/catalog/read-link.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { moneyText } from '#web/messages/money-text.ts';
import type { Translate } from '#web/messages/translate.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { momentDayText } from './moment-text.ts';
import { isShareEnded } from './prepare-shared.ts';
import { useSharedLook } from './share-queries.ts';

/** The page behind a link to a look: the picture and what is worn, for whoever holds the link; nothing of whose it is. */
export function SharedPage({ token }: { token: string }) {
  const t = useTranslate();
  const found = useSharedLook(token);
  if (found.data) return <Shown look={found.data} />;
  if (found.error instanceof ApiError && isShareEnded(found.error)) return <SharedEnded />;
  return (
    <div className="wrap">
      <PageTitle page={t('shared.page')} />
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : <LoadingGarment text={t('app.loading')} />}
    </div>
  );
}

function Shown({ look: { picture_url, width, height, items, expires_at } }: { look: SharedLook }) {
  const t = useTranslate();
  // Only the reader's browser knows what time it is there.
  const is_here = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return (
    <div className="wrap">
      <PageTitle page={t('shared.page')} />
      <div className="mirror shared-look">
        <div className="mirror-photo cloth">
          <img
            src={picture_url}
            width={width}
            height={height}
            alt={t('shared.picture', { garments: t.list(items.map((one) => nameOf(t, one))) })}
          />
        </div>
        <div className="mirror-side">
          <div>
            <h1 className="display head">{t('shared.title')}</h1>
            <p className="small quiet">{is_here && t('shared.lead', { moment: momentDayText(t, expires_at) })}</p>
          </div>
          <section className="stack" aria-labelledby="shared-worn">
            <h2 className="display title" id="shared-worn">
              {t('shared.worn')}
            </h2>
            <ul className="shared-items">
              {items.map((item, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- what somebody owns has no name here
                <li key={index}>
                  <Worn item={item} />
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </div>
  );
}

function Worn({ item }: { item: SharedItem }) {
  const t = useTranslate();
  const { product_id, boutique, brand, price_minor, currency, product_url } = item;
  const link = product_url === null ? undefined : safeLink(product_url);
  const seller = boutique?.name ?? (link && (brand ?? new URL(link).hostname));
  const name = nameOf(t, item);
  return (
    <>
      <p className="b">{name.charAt(0).toLocaleUpperCase(t.locale) + name.slice(1)}</p>
      <p className="small quiet">
        {seller === undefined
          ? t('shared.own')
          : price_minor !== null && currency !== null
            ? t('mirror.from', { boutique: seller, price: moneyText(t, price_minor, currency) })
            : t('mirror.from_unpriced', { boutique: seller })}
      </p>
      {product_id !== null && (
        <p className="row wraps wide-gap">
          {boutique && (
            <Link className="link small" to="/shop/$slug" params={{ slug: product_id }}>
              {t('mirror.buy_now')}
            </Link>
          )}
          {!boutique && link && (
            <a className="link small" href={link} rel="noopener noreferrer" target="_blank">
              {t('mirror.buy_now')}
            </a>
          )}
          <Link className="link small" to="/mirror" search={{ product: product_id }}>
            {t('shared.try')}
          </Link>
        </p>
      )}
    </>
  );
}

const nameOf = (t: Translate, { title, category }: SharedItem): string => title ?? t.within(t(`category.${category}`));

/** A link that shows nothing any more. */
export function SharedEnded() {
  const t = useTranslate();
  return (
    <div className="wrap column">
      <PageTitle page={t('shared.ended')} />
      <h1 className="display head">{t('shared.ended')}</h1>
      <p>{t('shared.ended_next')}</p>
      <p>
        <Link className="btn quiet" to="/shop">
          {t('product.to_shop')}
        </Link>
      </p>
    </div>
  );
}
