import type { PageFacts } from '../page/page-facts.ts';
import { field, parseJson } from '../page/parse-json.ts';
import { isSizeLabel } from '../words/order-sizes.ts';
import { parsePrice } from '../words/parse-price.ts';
import type { RawPart } from './raw-product.ts';

/** Where the selling price has stood over the years, newest first. */
const price_marks = [
  'corePriceDisplay_desktop_feature_div',
  'apex_desktop',
  'twister-plus-price-data-price',
  'price_inside_buybox',
  'priceblock_dealprice',
  'priceblock_saleprice',
  'priceblock_ourprice',
  'corePrice_feature_div',
];

/** Reads a product page of Amazon by the ids of its elements; null for its other pages. Its sizes are told in a script. */
export function extractAmazon({ html, marked }: PageFacts, link: URL): RawPart | null {
  if (!/(?:^|\.)amazon\.[a-z.]{2,6}$/.test(link.hostname)) return null;
  const name = marked.get('productTitle')?.text.replaceAll(/\s+/g, ' ').trim();
  const code = /\/(?:dp|gp\/product|d)\/([A-Z0-9]{10})(?:[/?]|$)/i.exec(link.pathname)?.[1]?.toUpperCase();
  if (!name || !code) return null;
  const values = parseJson(/"variationValues"\s*:\s*(\{[^{}]{0,50000}\})/.exec(html)?.[1] ?? null);
  const price = readPrice(marked);
  const breadcrumbs = (marked.get('wayfinding-breadcrumbs_feature_div')?.text ?? '')
    .split(/[›\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const image = (marked.get('landingImage') ?? marked.get('imgBlkFront'))?.attributes;
  return {
    product_code: code,
    product_name: name,
    brand: brandOf(marked.get('bylineInfo')?.text ?? ''),
    product_images: [image?.get('data-old-hires') ?? '', image?.get('src') ?? ''].filter((one) => /^https?:/.test(one)),
    kind_words: [name, ...breadcrumbs.toReversed()],
    sizing_words: [...breadcrumbs, name],
    currency: price?.currency ?? currencyOf(link),
    price: price?.amount ?? null,
    prices: price ? [price.amount] : [],
    is_price_of_shown: price !== null,
    colors: textsOf(field(values, 'color_name')),
    sizes: sizesOf(marked, values),
  };
}

function readPrice(marked: PageFacts['marked']) {
  for (const id of price_marks) {
    const mark = marked.get(id);
    const price = mark && parsePrice(mark.attributes.get('value') ?? mark.text);
    if (price) return price;
  }
  return null;
}

/** `Visit the Gorilla Store`, `Brand: Gorilla`, and in the languages of Amazon's other shops. */
const brandOf = (byline: string): string | null =>
  byline
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:Visit the (.+) Store|Besuche den (.+)-Store|Visiter la boutique (.+)|Visita (?:lo Store di|la tienda de|la Store di) (.+)|(?:Brand|Marke|Marque|Marca|ブランド)\s?[:：] ?(.+)|(.+)のストアを表示)$/i,
      '$1$2$3$4$5$6',
    ) || null;

const domain_currencies: Readonly<Record<string, string>> = {
  com: 'USD',
  uk: 'GBP',
  de: 'EUR',
  fr: 'EUR',
  it: 'EUR',
  es: 'EUR',
  nl: 'EUR',
  ca: 'CAD',
  jp: 'JPY',
  in: 'INR',
  au: 'AUD',
  be: 'EUR',
  ie: 'EUR',
  mx: 'MXN',
  br: 'BRL',
  se: 'SEK',
  pl: 'PLN',
  tr: 'TRY',
  ae: 'AED',
  sa: 'SAR',
  sg: 'SGD',
};
const currencyOf = ({ hostname }: URL): string | null => domain_currencies[hostname.split('.').at(-1) ?? ''] ?? null;

function sizesOf(marked: PageFacts['marked'], values: unknown): NonNullable<RawPart['sizes']> {
  const listed = textsOf(field(values, 'size_name'));
  const chosen = (marked.get('native_dropdown_selected_size_name')?.text ?? '').split('\n').map((one) => one.trim());
  const labels = listed.length > 0 ? listed : chosen.filter((one) => one !== '' && !/^select$/i.test(one));
  // The first line of a chooser asks to choose, in any language.
  const sizes = labels.filter(isSizeLabel);
  return (sizes.length > 1 ? sizes : labels).map((label) => ({ label, is_available: null }));
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
