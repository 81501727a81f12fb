import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '#contract/client.ts';
import type { Product } from '#contract/catalog.ts';
import { isWearable } from '#contract/garment-kinds.ts';
import { useApi } from '#web/api/api-context.ts';
import { productQuery } from '#web/api/shop-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingPage } from '#web/design/loading-page.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { Radios } from '#web/design/radios.tsx';
import { langOf } from '#web/messages/lang-of.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { AdviceModule } from './advice-module.tsx';
import { ColorChoice } from './color-choice.tsx';
import { Gallery } from './gallery.tsx';
import { GonePage } from './gone-page.tsx';
import { moneyText } from '#web/messages/money-text.ts';
import { OwnProduct } from './own-product.tsx';
import { ProductFolds } from './product-folds.tsx';
import { ProductHead } from './product-head.tsx';
import { SaveHeart } from './save-heart.tsx';
import { SimilarProducts } from './similar-products.tsx';
import { sizeOptions } from './size-options.ts';
import { useNoteView } from './use-note-view.ts';

/** A garment that a boutique sells: pictures, sizes with stock, which size to take, and what it is made of. */
export function ProductPage({ slug }: { slug: string }) {
  const found = useQuery(productQuery(useApi(), slug));
  if (found.data?.boutique) return <Shown key={found.data.id} product={found.data} boutique={found.data.boutique} />;
  if (found.error instanceof ApiError && found.error.status === 410) return <GonePage />;
  if (found.data || (found.error instanceof ApiError && found.error.status < 500)) return <MissingPage />;
  if (found.error)
    return (
      <div className="wrap column">
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  return <LoadingPage />;
}

function Shown({ product, boutique }: { product: Product; boutique: NonNullable<Product['boutique']> }) {
  const t = useTranslate();
  const [color, setColor] = useState(() => firstColor(product));
  const [size, setSize] = useState<string | null>(null);
  useNoteView(product.id);
  const lang = langOf(t, boutique.language);
  const facts = [product.color_options.length === 1 ? color : null, ...product.materials].filter((fact) => fact !== null);
  return (
    <div className="wrap">
      <ProductHead product={product} boutique={boutique} />
      <div className="product">
        <Gallery product={product} color={color} />
        <div className="product-info">
          <div>
            <p className="small">
              <Link className="b" to="/boutiques/$slug" params={{ slug: boutique.slug }}>
                {boutique.name}
              </Link>{' '}
              <span className="quiet">
                {boutique.ships_in_days === null ? boutique.city : t('product.from', { city: boutique.city, days: boutique.ships_in_days })}
              </span>
            </p>
            <div className="row between product-name">
              <h1 className="display head" lang={lang}>
                {product.product_name}
              </h1>
              <Price product={product} color={color} size={size} />
            </div>
            {facts.length > 0 && (
              <p className="small quiet" lang={lang}>
                {facts.join(', ')}
              </p>
            )}
          </div>
          {product.color_options.length > 1 && (
            <ColorChoice options={product.color_options} lang={lang} value={color} onChange={setColor} />
          )}
          <AdviceModule product={product} onAdvised={(advised) => setSize((chosen) => chosen ?? advised)}>
            {(advised) => (
              <Radios
                legend={t('product.size')}
                is_legend_hidden
                look="sizes"
                value={size}
                options={sizeOptions(t, product, { color, advised })}
                onChange={setSize}
              />
            )}
          </AdviceModule>
          {isWearable(product.category) && (
            <Link className="btn wide" to="/mirror" search={{ product: product.id, ...(color ? { color } : {}) }}>
              {t('mirror.try_on')}
            </Link>
          )}
          <OwnProduct product={product} color={color}>
            <SaveHeart product_id={product.id} />
          </OwnProduct>
          {product.description && <p lang={lang}>{product.description}</p>}
          <ProductFolds product={product} boutique={boutique} />
        </div>
      </div>
      <SimilarProducts slug={product.slug!} />
    </div>
  );
}

/** The first colour of which something is left; what is sold out can still be looked at. */
function firstColor({ color_options, variants }: Product): string {
  const names = color_options.map(({ name }) => name);
  return names.find((name) => variants.some((variant) => variant.color === name && variant.is_available)) ?? names[0] ?? '';
}

function Price({ product, color, size }: { product: Product; color: string; size: string | null }) {
  const t = useTranslate();
  const { variants, price_minor, price_before_minor, currency } = product;
  const chosen = variants.find((variant) => variant.color === color && variant.size === size);
  const minor = chosen?.price_minor ?? price_minor;
  if (minor === null || currency === null) return null;
  return (
    <span className="display title price">
      {moneyText(t, minor, currency)}
      {price_before_minor !== null && (
        <s className="small faint">
          <span className="sr">{t('shop.before')}</span> {moneyText(t, price_before_minor, currency)}
        </s>
      )}
    </span>
  );
}
