import type { PageFacts } from '../page/page-facts.ts';
import { field, listOf, parseJson, parseJsonAt, textOf } from '../page/parse-json.ts';
import { isSizeLabel } from '../words/order-sizes.ts';
import type { RawPart, RawSize } from './raw-product.ts';

/** Values looked at in all; the state of a large page has some 100,000. */
const values_max = 300_000;
/** Larger ones are catalogues. In characters. */
const state_max = 4_000_000;

/**
 * Looks for the product in the state that an app's page carries (`__NEXT_DATA__`, `window.__STATE__ = {…}`), for shops
 * without rules of their own: the object that bears the product's name, and in it a list of sizes. Gives sizes only; null
 * where there is no such list.
 */
export function extractPageState(
  { next_data, json, programs }: Pick<PageFacts, 'next_data' | 'json' | 'programs'>,
  names: readonly string[],
): RawPart | null {
  const wanted = new Set(names.map(plain).filter((name) => name.length > 2));
  if (wanted.size === 0) return null;
  for (const state of statesOf({ next_data, json, programs })) {
    const sizes = sizesIn(state, wanted);
    if (sizes.length > 1) return { sizes };
  }
  // Magento's chooser carries no name: it belongs to the page's product.
  for (const text of json.filter((one) => one.includes('"jsonConfig"'))) {
    const sizes = sizesBelow(parseJson(text));
    if (sizes.length > 1) return { sizes };
  }
  return null;
}

function* statesOf({ next_data, json, programs }: Pick<PageFacts, 'next_data' | 'json' | 'programs'>): Generator {
  for (const text of [next_data, ...json]) if (text !== null && text.length < state_max && /size/i.test(text)) yield parseJson(text);
  for (const text of programs) {
    if (text.length > state_max || !/size/i.test(text)) continue;
    for (const { index } of [...text.matchAll(assignment)].slice(0, assignments_max)) yield parseJsonAt(text, text.indexOf('=', index));
  }
}

const assignment = /(?:window|self|globalThis)(?:\.\w+|\[['"]\w+['"]\])+\s*=\s*[[{](?=[\s"[{])|\bvar \w+\s*=\s*\{"/g;
const assignments_max = 20;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

const name_keys = ['name', 'title', 'productName', 'displayName', 'product_name'];

/** The smallest object that bears the name and holds sizes. */
function sizesIn(state: unknown, wanted: ReadonlySet<string>): RawSize[] {
  const waiting: unknown[] = [state];
  for (let i = 0; i < waiting.length && i < values_max; i += 1) {
    const value = waiting[i];
    if (typeof value !== 'object' || value === null) continue;
    const is_named = !Array.isArray(value) && name_keys.some((key) => wanted.has(plain(textOf(field(value, key)) ?? '')));
    const sizes = is_named ? sizesBelow(value) : [];
    if (sizes.length > 1) return sizes;
    for (const one of Object.values(value)) if (typeof one === 'object' && one !== null) waiting.push(one);
  }
  return [];
}

const below_max = 5000;
/** How an option tells what it is: `{name: "Size", values: […]}`. */
const option_names = ['name', 'title', 'label', 'code', 'attribute_code', 'attributeLabel', 'displayName', 'id'];

function sizesBelow(product: unknown): RawSize[] {
  const waiting: unknown[] = [product];
  for (let i = 0; i < waiting.length && i < below_max; i += 1) {
    const value = waiting[i];
    if (typeof value !== 'object' || value === null) continue;
    const is_size_option = option_names.some((name) =>
      /^(?:\w+[ _])?(?:sizes?|taille|größe|talla|taglia|maat)$/i.test(textOf(field(value, name)) ?? ''),
    );
    for (const [key, one] of Object.entries(value)) {
      const sizes =
        Array.isArray(one) &&
        (is_size_option ||
          /(?:^|_)(?:sizes?|sizeOptions?|sizeList|sizesList|availableSizes|variants?|skus|options|values)$|Sizes?$|Variants$|Skus$/.test(
            key,
          ))
          ? readList(one, is_size_option || /size/i.test(key))
          : [];
      if (sizes.length > 1) return sizes;
      if (typeof one === 'object' && one !== null) waiting.push(one);
    }
  }
  return [];
}

/** A list of labels, or of objects that name their size; of a list that is not called sizes only the field of that name counts. */
function readList(list: readonly unknown[], says_size: boolean): RawSize[] {
  const sizes = new Map<string, boolean | null>();
  for (const one of list.slice(0, below_max)) {
    const label = labelOf(one, says_size);
    if (label === null) continue;
    if (!isSizeLabel(label)) return [];
    const is_available = stockOf(one);
    sizes.set(label, sizes.get(label) === true ? true : (is_available ?? sizes.get(label) ?? null));
  }
  return [...sizes].map(([label, is_available]) => ({ label, is_available }));
}

function labelOf(one: unknown, says_size: boolean): string | null {
  if (says_size && typeof one === 'string') return textOf(one);
  const size = field(one, 'size') ?? field(one, 'sizeName') ?? field(one, 'size_name') ?? field(one, 'sizeLabel');
  const named =
    textOf(size) ?? ['name', 'label', 'displayName', 'value', 'code'].map((key) => textOf(field(size, key))).find((text) => text !== null);
  if (named != null) return named.trim();
  return says_size
    ? (['label', 'name', 'displayName', 'displayValue', 'title', 'value']
        .map((key) => textOf(field(one, key)))
        .find((text) => text !== null) ?? null)
    : null;
}

function stockOf(one: unknown): boolean | null {
  for (const key of ['available', 'isAvailable', 'inStock', 'in_stock', 'orderable', 'isInStock', 'selectable', 'availableForSale']) {
    const value = field(one, key);
    if (typeof value === 'boolean') return value;
  }
  for (const key of ['soldOut', 'isSoldOut', 'outOfStock', 'disabled']) {
    const value = field(one, key);
    if (typeof value === 'boolean') return !value;
  }
  const said = listOf(field(one, 'availability'))
    .concat(listOf(field(one, 'stockStatus')))
    .flatMap((text) => textOf(text) ?? [])[0];
  return said === undefined ? null : !/out|sold|unavail/i.test(said);
}
