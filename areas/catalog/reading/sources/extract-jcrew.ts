import { notAProduct, otherProduct } from '../../errors.ts';
import { jcrew, shopOf } from '../../shop.ts';
import { breadcrumbsOf, isOfType, jsonLdNodes } from '../page/json-ld.ts';
import { jcrewDetails, type JcrewDetails } from './jcrew-state.ts';
import type { PageFacts } from '../page/page-facts.ts';
import { field, parseJson } from '../page/parse-json.ts';
import type { RawPart } from './raw-product.ts';
import { shortLabel } from '../words/size-label.ts';

/** The largest real product has about 100 (colours times sizes). */
const skus_max = 5000;

/**
 * Reads a J.Crew product page: sizes, prices and colours stand in its `__NEXT_DATA__`, keyed by product code. Family
 * pages (`/m/…/MP600`) hold one product a colour; `colorProductCode` chooses. null for other shops, and where that data
 * cannot be read: what is told elsewhere on the page then counts. Throws `catalog.not_a_product`.
 */
export function extractJcrew(facts: PageFacts, link: URL): RawPart | null {
  if (shopOf(link).key !== jcrew.key) return null;
  const next_data = parseJson(facts.next_data);
  if (next_data === undefined) return withoutData(facts);
  const query = field(next_data, 'query');
  const state = field(field(next_data, 'props'), 'initialState');
  const chosen = choose(field(field(state, 'products'), 'productsByProductCode'), wishOf(link, query));
  const details = jcrewDetails.parse(chosen.details);
  if (Object.keys(details.skus).length > skus_max) throw notAProduct('more variants than any garment has');
  const breadcrumbs = breadcrumbsOf(jsonLdNodes(facts.json_ld));
  const currency = field(field(field(field(state, 'country'), 'countryObj'), 'currencies'), 'currencyItem');
  return toRaw(details, {
    chosen,
    breadcrumbs,
    currency: typeof currency === 'string' ? currency : 'USD',
    path: textField(query, 'categoryAndProductPath'),
  });
}

function withoutData(facts: PageFacts): null {
  const is_product = jsonLdNodes(facts.json_ld).some((node) => isOfType(node, 'Product') || isOfType(node, 'ProductGroup'));
  if (!is_product) throw notAProduct('no __NEXT_DATA__ and no product in JSON-LD');
  return null;
}

interface Wish {
  /** Code in the path of the link, in capitals. */
  code: string | null;
  /** Code that the page itself was made for. */
  page_code: string | null;
  color_code: string | null;
  page_color_code: string | null;
  fit: string | null;
}

function wishOf(link: URL, query: unknown): Wish {
  return {
    code: /\/([A-Z0-9]{4,8})\/?$/i.exec(link.pathname)?.[1]?.toUpperCase() ?? null,
    page_code: textField(query, 'productCode'),
    color_code: link.searchParams.get('colorProductCode') ?? null,
    page_color_code: textField(query, 'colorProductCode'),
    fit: link.searchParams.get('fit') ?? textField(query, 'fit'),
  };
}

interface Chosen {
  details: unknown;
  family_code: string | null;
  /** Key in the page: the code of the cut that the link names without `fit`. */
  code: string;
  selected_color: string | null;
}

function choose(by_code: unknown, wish: Wish): Chosen {
  const codes = Object.keys(typeof by_code === 'object' && by_code !== null ? by_code : {});
  const code = wish.code ?? wish.page_code ?? codes[0];
  if (codes.length === 0 || code === undefined) throw notAProduct('__NEXT_DATA__ holds no product');
  const entry = field(by_code, code);
  if (entry === undefined) {
    const is_other = wish.code !== null && wish.page_code !== null;
    throw (is_other ? otherProduct : notAProduct)(`${code} is not in the page`);
  }
  const children = field(entry, 'child');
  const selected_color = textField(entry, 'selectedColorCode');
  if (typeof children !== 'object' || children === null) {
    return { details: inFit(entry, wish.fit, (variation) => variation), family_code: null, code, selected_color };
  }
  const child = childCode(children, entry, wish);
  const detailsIn = (family: unknown): unknown => field(field(field(family, 'child'), child), 'details');
  const usual = { ...(detailsIn(entry) as object), variationsData: field(entry, 'variationsData') };
  const details = inFit(usual, wish.fit, detailsIn);
  const is_selected = textField(entry, 'selectedProductCode') === child;
  return { details, family_code: code, code: child, selected_color: is_selected ? selected_color : null };
}

function childCode(children: object, entry: unknown, wish: Wish): string {
  const wanted = [wish.color_code?.toUpperCase() ?? null, wish.page_color_code, textField(entry, 'selectedProductCode')];
  const code = wanted.find((one) => one !== null && Object.hasOwn(children, one)) ?? Object.keys(children)[0];
  if (typeof code !== 'string') throw notAProduct('a family without products');
  return code;
}

/** The page may hold all cuts while its main entry is another one than the link asks for. */
function inFit(entry: unknown, fit: string | null, detailsOf: (variation: unknown) => unknown): unknown {
  const variations = field(entry, 'variationsData');
  if (fit === null || textField(entry, 'fit')?.toLowerCase() === fit.toLowerCase() || typeof variations !== 'object' || variations === null)
    return entry;
  const label = Object.keys(variations).find((one) => one.toLowerCase() === fit.toLowerCase());
  return (label === undefined ? undefined : detailsOf(field(variations, label))) ?? entry;
}

interface Around {
  chosen: Chosen;
  breadcrumbs: readonly string[];
  currency: string;
  path: string | null;
}

function toRaw(details: JcrewDetails, { chosen, breadcrumbs, currency, path }: Around): RawPart {
  const product_code = details.variationProductCode ?? details.productCode ?? chosen.code;
  const skus = Object.values(details.skus);
  const color = chosen.selected_color ?? details.selectedColorCode ?? details.defaultColorCode;
  const prices = skus.flatMap((sku) => sku.price?.amount ?? []);
  const of_color = skus.filter((sku) => sku.colorCode === color).flatMap((sku) => sku.price?.amount ?? []);
  const list_price = details.listPrice?.amount ?? null;
  return {
    product_code,
    product_name: details.productName ?? '',
    brand: details.brand || jcrew.name,
    product_url: urlOf(details, chosen, product_code),
    product_images: color === undefined ? [] : [`https://www.jcrew.com/s7-img-facade/${product_code}_${color}`],
    image_hosts: jcrew.hosts,
    kind_words: [details.productName ?? '', ...breadcrumbs.toReversed(), ...pathWords(path)],
    sizing_words: [details.gender ?? '', ...breadcrumbs, details.url ?? ''],
    fit_words: [details.fit ?? '', ...details.productDescriptionFit.filter((sentence) => /\b(?:fit|cut)\b/i.test(sentence))],
    cloth_words: [...details.productDescriptionTech, ...(details.styleStretch ? [details.styleStretch] : [])],
    currency,
    price: least(of_color) ?? least(prices) ?? list_price,
    price_before: list_price,
    prices,
    is_price_of_shown: of_color.length > 0,
    is_available: skus.length === 0 ? null : skus.some(({ orderable }) => orderable !== false),
    colors: colorsOf(details),
    sizes: sizesOf(details),
    // By name, not by code: a family lists the codes of one of its colours only.
    other_fits: details.variations.flatMap(({ label }) => (label === undefined || label === details.fit ? [] : [label])),
  };
}

/** Names the colour of a family and the cut where the path alone would lead to another product. */
function urlOf(details: JcrewDetails, { family_code, code }: Chosen, product_code: string): string {
  const path = /^\/[pm]\/[\w/.-]+/.exec(details.url ?? '')?.[0] ?? `/${family_code === null ? 'p' : 'm'}/${family_code ?? code}`;
  const url = new URL(path, 'https://www.jcrew.com');
  if (family_code !== null) url.searchParams.set('colorProductCode', code);
  if (product_code !== code && details.fit) url.searchParams.set('fit', details.fit);
  return url.href;
}

function colorsOf({ colorsList, skus }: JcrewDetails): string[] {
  const listed = colorsList.flatMap(({ colors }) => colors.flatMap(({ name }) => name ?? []));
  return listed.length > 0 ? listed : Object.values(skus).flatMap((sku) => sku.colorName ?? []);
}

/** A size that is listed but sells in no colour is out of stock. */
function sizesOf({ sizesList, sizesIdMap, skus }: JcrewDetails): NonNullable<RawPart['sizes']> {
  const sellable = new Set(Object.values(skus).flatMap((sku) => (sku.orderable === false ? [] : (sku.size ?? []))));
  const listed = sizesList.length > 0 ? sizesList : Object.values(skus).flatMap((sku) => sku.size ?? []);
  return listed.map((size) => ({
    label: (Object.hasOwn(sizesIdMap, size) && sizesIdMap[size]) || shortLabel(size),
    is_available: sellable.has(size),
  }));
}

const pathWords = (path: string | null): string[] =>
  (path ?? '')
    .split('/')
    .toReversed()
    .map((part) => part.replaceAll('-', ' '));

const least = (amounts: readonly number[]): number | null => (amounts.length === 0 ? null : Math.min(...amounts));

function textField(value: unknown, name: string): string | null {
  const found = field(value, name);
  return typeof found === 'string' && found !== '' ? found : null;
}
