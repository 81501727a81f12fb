import { useRouter } from '@tanstack/react-router';
import type { Product } from '#contract/catalog.ts';
import { PageHead } from '#web/design/page-head.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { productFacts } from './product-facts.ts';

interface Props {
  product: Product;
  boutique: NonNullable<Product['boutique']>;
}

/** As much as search engines show of a description, in characters. */
const description_max = 160;

/** What the page says of itself to those who do not see it. */
export function ProductHead({ product, boutique }: Props) {
  const t = useTranslate();
  const { public_url } = useRouter().options.context.site;
  const { slug, product_name, description } = product;
  const about = description ?? t('product.about', { product: product_name, boutique: boutique.name });
  return (
    <PageHead
      title={t('product.page', { product: product_name, boutique: boutique.name })}
      description={about.length > description_max ? `${about.slice(0, description_max - 1)}…` : about}
      path={`/shop/${slug!}`}
      picture={`/pictures/share/${slug!}.jpg`}
      kind="product"
      json_ld={productFacts({ product, boutique, public_url, words: { shop: t('shop.page'), home: t('app.name') } })}
    />
  );
}
