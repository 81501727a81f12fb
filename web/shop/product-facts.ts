import { minorDigits } from '#web/messages/money-text.ts';
import type { Product } from '#contract/catalog.ts';

interface Given {
  product: Product;
  boutique: NonNullable<Product['boutique']>;
  public_url: string;
  words: { home: string; shop: string };
}

/** Writes a product as schema.org's ProductGroup with an offer for each size and colour, and the way to it as breadcrumbs. */
export function productFacts({ product, boutique, public_url, words }: Given): object[] {
  const { slug, product_name, description, materials, variants, pictures, sizing } = product;
  const url = `${public_url}/shop/${slug!}`;
  const audience =
    sizing === null ? {} : { audience: { '@type': 'PeopleAudience', suggestedGender: sizing === 'women' ? 'female' : 'male' } };
  const group = {
    '@context': 'https://schema.org',
    '@type': 'ProductGroup',
    productGroupID: product.id,
    name: product_name,
    url,
    ...(description ? { description } : {}),
    brand: { '@type': 'Brand', name: product.brand },
    image: pictures.map((picture) => public_url + picture.url),
    ...(materials.length > 0 ? { material: materials.join(', ') } : {}),
    ...audience,
    variesBy: ['https://schema.org/size', 'https://schema.org/color'],
    hasVariant: variants.map((variant) => ({
      '@type': 'Product',
      name: `${product_name}, ${variant.color}, ${variant.size}`,
      sku: variant.sku ?? variant.id,
      size: variant.size,
      color: variant.color,
      ...(pictures[0] ? { image: public_url + (pictures.find(({ color }) => color === variant.color) ?? pictures[0]).url } : {}),
      offers: {
        '@type': 'Offer',
        url,
        price: amountOf(variant),
        priceCurrency: variant.currency,
        availability: `https://schema.org/${variant.is_available ? 'InStock' : 'OutOfStock'}`,
        itemCondition: 'https://schema.org/NewCondition',
        seller: { '@type': 'Organization', name: boutique.name },
      },
    })),
  };
  return [
    group,
    breadcrumbs(public_url, [
      { name: words.home, path: '/' },
      { name: words.shop, path: '/shop' },
      { name: product_name, path: `/shop/${slug!}` },
    ]),
  ];
}

function breadcrumbs(public_url: string, steps: { name: string; path: string }[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: public_url + path })),
  };
}

/** schema.org wants a plain decimal number, whatever the minor unit of the currency. */
function amountOf({ price_minor, currency }: { price_minor: number; currency: string }): string {
  const digits = minorDigits(currency);
  return (price_minor / 10 ** digits).toFixed(digits);
}
