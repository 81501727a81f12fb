import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Product } from '#contract/catalog.ts';
import { isSized } from '#contract/garment-kinds.ts';
import { useDisownProduct, useOwnedOf, useOwnProduct } from '#web/api/owned-queries.ts';
import { Button } from '#web/design/button.tsx';
import { Disclosure } from '#web/design/disclosure.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { OwnedSize } from './owned-size.tsx';

/** For whoever has this at home: one press hangs it in their wardrobe, in the colour that is chosen, and the toast takes it back. `children` stand beside the button. */
export function OwnProduct({ product, color, children }: { product: Product; color: string; children: ReactNode }) {
  const t = useTranslate();
  const say = useSay();
  const owned = useOwnedOf(product.id);
  const own = useOwnProduct(product.id);
  const disown = useDisownProduct(product.id);
  const asked_color = color === '' ? null : color;
  const item = owned.data?.items.find((one) => one.product?.color === asked_color);
  const hang = () =>
    own.mutate(asked_color, {
      onSuccess: ({ item: hung, is_new }) =>
        say(t('own.added'), is_new ? { action: { label: t('wardrobe.undo'), run: () => disown.mutate(hung.id) } } : {}),
    });
  const error = own.error ?? disown.error;
  return (
    <div className="own-product">
      <div className="own-row">
        {item ? (
          <p className="row between wraps">
            <span className="small quiet">{t('own.is_owned')}</span>
            <Link className="link small" to="/wardrobe/$id" params={{ id: item.id }}>
              {t('own.see')}
            </Link>
          </p>
        ) : (
          <Button look="plain" is_wide is_busy={own.isPending} onClick={hang}>
            {t('own.add')}
          </Button>
        )}
        {children}
      </div>
      {error && <ErrorNotice error={error} />}
      {item && isSized(product.category) && item.sizes.length === 0 && (
        <Disclosure title={t('own.which_size')}>
          <OwnedSize key={item.id} product={product} category={product.category} item_id={item.id} />
        </Disclosure>
      )}
    </div>
  );
}
