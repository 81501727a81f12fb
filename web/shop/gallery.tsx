import type { Product } from '#contract/catalog.ts';
import type { Picture } from '#contract/for-sale.ts';
import { langOf } from '#web/messages/lang-of.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ProductPicture } from './product-picture.tsx';

/** Of a wide screen: the flat one over all, the worn one beside two details. */
const places: Record<Picture['kind'], number> = { flat: 0, worn: 1, detail: 2 };

/** Flat first, then worn, then the details: swiped on a phone, laid out on a wide screen. */
export function Gallery({ product, color }: { product: Product; color: string }) {
  const t = useTranslate();
  const { slug, category } = product;
  const shown = product.pictures.filter((picture) => picture.color === null || picture.color === color);
  const pictures = (shown.length > 0 ? shown : product.pictures).toSorted((one, other) => places[one.kind] - places[other.kind]);
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="gallery" tabIndex={0} role="region" aria-label={t('product.pictures')}>
      {pictures.length === 0 && (
        <div className="flat garment cloth">
          <ProductPicture picture={null} category={category} sizes="100vw" />
        </div>
      )}
      {pictures.map((picture, index) => (
        <figure key={picture.url} className={`${picture.kind === 'flat' ? 'flat' : picture.kind} cloth`}>
          <ProductPicture
            picture={picture}
            category={category}
            sizes={index === 0 ? '(min-width: 900px) 58vw, 88vw' : '(min-width: 900px) 29vw, 88vw'}
            is_first={index === 0}
            lang={product.boutique ? langOf(t, product.boutique.language) : undefined}
            {...(index === 0 ? { style: { viewTransitionName: `garment-${slug}` } } : {})}
          />
          {pictures.length > 1 && (
            <figcaption className="micro" aria-hidden="true">
              {t('product.picture_no', { no: index + 1, of: pictures.length })}
            </figcaption>
          )}
        </figure>
      ))}
    </div>
  );
}
