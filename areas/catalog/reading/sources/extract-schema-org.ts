import { breadcrumbsOf } from '../page/json-ld.ts';
import { field, listOf, textOf } from '../page/parse-json.ts';
import { specifiedCharts } from '../size-tables/specified-charts.ts';
import { pathCode } from './path-code.ts';
import type { RawPart } from './raw-product.ts';
import { currencyOf, inStock, offersOf, priceBeforeOf, priceOf, pricesOf } from './schema-org-offers.ts';
import { chooseProduct, codesOf, variantsOf, type PageNames } from './schema-org-product.ts';
import { sizesOfVariants } from './schema-org-sizes.ts';

/**
 * Reads the one Product or ProductGroup that schema.org nodes tell of, from JSON-LD, microdata or RDFa. null where there
 * is none; throws `catalog.not_a_product` for several, or a list.
 */
export function extractSchemaOrg(nodes: readonly object[], names: PageNames): RawPart | null {
  const product = chooseProduct(nodes, names);
  if (product === null) return null;
  const { link } = names;
  const variants = variantsOf(product);
  const is_group = variants[0] !== product;
  const offers = [product, ...(is_group ? variants : [])].flatMap(offersOf);
  const asked = is_group ? askedFor(variants, link) : [];
  const shown = asked.length > 0 ? asked : is_group ? picturedOf(variants, product) : null;
  const shown_offers = shown?.flatMap(offersOf) ?? [];
  const [name, description] = [textOf(field(product, 'name')), textOf(field(product, 'description'))];
  const breadcrumbs = breadcrumbsOf(nodes);
  const kinds = listOf(field(product, 'category')).flatMap((one) => textOf(one) ?? textOf(field(one, 'name')) ?? []);
  return {
    product_code: codeOf(product) ?? pathCode(link),
    ...(name === null ? {} : { product_name: name }),
    brand: nameOf(field(product, 'brand')) ?? nameOf(field(variants[0], 'brand')) ?? nameOf(field(product, 'manufacturer')),
    product_images: [...(asked[0] ? imagesOf(asked[0]) : []), ...imagesOf(product), ...imagesOf(variants[0])],
    kind_words: [name ?? '', ...kinds, ...breadcrumbs.toReversed()],
    sizing_words: [...gendersOf(product, variants), ...breadcrumbs, link.pathname.replaceAll(/[-_/]/g, ' '), name ?? '', ...kinds],
    fit_words: [fitIn(name ?? ''), ...sentences(description ?? '').filter((sentence) => /\bfit\b/i.test(sentence))],
    cloth_words: [
      ...[product, ...variants.slice(0, 1)].flatMap((one) => listOf(field(one, 'material')).flatMap((text) => textOf(text) ?? [])),
      description ?? '',
    ],
    currency: offers.flatMap((offer) => currencyOf(offer) ?? [])[0] ?? null,
    price:
      least((shown_offers.length > 0 ? shown_offers : offers).flatMap((offer) => priceOf(offer) ?? [])) ??
      least(offers.flatMap((offer) => priceOf(offer) ?? [])),
    price_before: (shown_offers.length > 0 ? shown_offers : offers).flatMap((offer) => priceBeforeOf(offer) ?? [])[0] ?? null,
    prices: offers.flatMap(pricesOf),
    is_price_of_shown: shown !== null,
    is_available: inStock(offers),
    colors: variants.flatMap((variant) => listOf(field(variant, 'color')).flatMap((color) => nameOf(color) ?? [])),
    ...sizesOfVariants(product, variants),
    charts: specifiedCharts(product, variants),
  };
}

/** The variants whose own address or code the link names. */
function askedFor(variants: readonly unknown[], link: URL): readonly unknown[] {
  const asked = [...link.searchParams.values()];
  return variants.filter((variant) => {
    const names = [...codesOf(variant), textOf(field(variant, 'color'))];
    const addresses = [field(variant, 'url'), ...offersOf(variant).map((offer) => field(offer, 'url'))];
    return asked.some((value) => names.includes(value)) || addresses.some((url) => sameAddress(textOf(url), link));
  });
}

/** The variants whose picture the page shows first of all; null when nothing tells. */
function picturedOf(variants: readonly unknown[], product: object): readonly unknown[] | null {
  const pictures = new Set(imagesOf(product).map(withoutQuery));
  const pictured = variants.filter((variant) => imagesOf(variant).some((image) => pictures.has(withoutQuery(image))));
  return pictured.length > 0 && pictured.length < variants.length ? pictured : null;
}

/** The query only sizes and crops a picture. */
const withoutQuery = (image: string): string => image.split('?', 1)[0]!;

const sameAddress = (url: string | null, link: URL): boolean =>
  url !== null &&
  URL.canParse(url, link.href) &&
  new URL(url, link.href).pathname === link.pathname &&
  new URL(url, link.href).search === link.search;

const least = (amounts: readonly number[]): number | null =>
  amounts.reduce<number | null>((low, one) => (low === null || one < low ? one : low), null);

/** Group and variant ids differ between shops; the group's own comes first because it holds for all sizes. */
const codeOf = (product: unknown): string | null =>
  ['productGroupID', 'productGroupId', 'productID', 'sku', 'mpn'].flatMap((name) => textOf(field(product, name)) ?? [])[0] ?? null;

/** An audience, a gender of its own, or the sizes' suggested one. */
function gendersOf(product: object, variants: readonly unknown[]): string[] {
  const audiences = [product, variants[0]].flatMap((one) => listOf(field(one, 'audience')));
  const said = [
    ...audiences.flatMap((one) => [field(one, 'suggestedGender'), field(one, 'audienceType')]),
    field(product, 'gender'),
    ...listOf(field(variants[0], 'size')).map((size) => field(size, 'suggestedGender')),
  ];
  return said.flatMap((one) => (textOf(one) ?? textOf(field(one, '@id')))?.replace(/^.*\//, '') ?? []);
}

const fitIn = (name: string): string => /\b\w+[- ]fit\b/i.exec(name)?.[0] ?? '';

const sentences = (text: string): string[] => text.slice(0, 4000).split(/[.!\n]/);

const images_max = 20;

function imagesOf(node: unknown): string[] {
  const images = [...listOf(field(node, 'image')), ...listOf(field(node, 'thumbnailUrl'))].flatMap((one) => [
    one,
    ...listOf(field(one, '@list')),
  ]);
  return images
    .slice(0, images_max)
    .flatMap((one) =>
      [
        one,
        ...listOf(field(one, 'contentUrl')),
        ...listOf(field(one, 'contentURL')),
        ...listOf(field(one, 'url')),
        ...listOf(field(one, '@id')),
      ]
        .flatMap((text) => textOf(text) ?? [])
        .slice(0, 1),
    )
    .filter((one) => !one.startsWith('data:'));
}

const nameOf = (value: unknown): string | null => {
  const [first] = listOf(value);
  return textOf(first) ?? textOf(listOf(field(first, 'name'))[0]);
};
