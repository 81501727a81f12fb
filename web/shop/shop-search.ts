import type { CallInput } from '#contract/client.ts';
import { type Category, categories } from '#contract/garment-kinds.ts';
import { minorDigits } from '#web/messages/money-text.ts';

type ProductQuery = NonNullable<CallInput<'GET /v1/products'>['query']>;

/** In the order in which a shopper is offered them. */
export const sorts = ['new', 'price_up', 'price_down', 'name'] as const;
export type Sort = (typeof sorts)[number];
/** Filters of which several may be chosen; any of them will do. */
export const list_filters = ['category', 'size', 'color', 'boutique'] as const;
export type ListFilter = (typeof list_filters)[number];

/** What the address of the shop says. What is not said is not there, so that one list has one address. */
export interface ShopSearch {
  q?: string;
  category?: Category[];
  size?: string[];
  color?: string[];
  boutique?: string[];
  sizing?: 'women' | 'men';
  price_min_minor?: number;
  price_max_minor?: number;
  /** Of the prices: a number alone means nothing. */
  currency?: string;
  sort?: Sort;
  /** Where the list goes on, as the API's cursor. Only links for browsers without scripts say so. */
  after?: string;
}

/** The form of the shop: without scripts its controls, wherever they stand, write the address. */
export const shop_form = 'shop-form';

/** As many as one would choose by hand; longer addresses are made by machines. */
const chosen_max = 40;
/** Longer than any cursor that the API writes, in characters. */
const cursor_max = 600;

/** Reads an address that anybody may have typed: what makes no sense is left out, never an error. */
export function readShopSearch(given: Record<string, unknown>): ShopSearch {
  const q = textOf(given.q).slice(0, 200);
  const kinds = listOf(given.category).filter((one): one is Category => (categories as readonly string[]).includes(one));
  const lists = { size: listOf(given.size, 40), color: listOf(given.color), boutique: listOf(given.boutique, 80) };
  const low = priceOf(given.price_min_minor) ?? wholePriceOf(given.price_from, given.currency);
  const high = priceOf(given.price_max_minor) ?? wholePriceOf(given.price_to, given.currency);
  const after = textOf(given.after);
  const sort = sorts.find((one) => one === given.sort && one !== 'new');
  return {
    ...(q ? { q } : {}),
    ...(kinds.length > 0 ? { category: kinds } : {}),
    ...Object.fromEntries(Object.entries(lists).filter(([, chosen]) => chosen.length > 0)),
    ...(given.sizing === 'women' || given.sizing === 'men' ? { sizing: given.sizing } : {}),
    ...(low !== undefined ? { price_min_minor: low } : {}),
    ...(high !== undefined && high >= (low ?? 0) ? { price_max_minor: high } : {}),
    ...((low ?? high) !== undefined && isCurrency(given.currency) ? { currency: given.currency } : {}),
    ...(sort ? { sort } : {}),
    ...(after && after.length <= cursor_max ? { after } : {}),
  };
}

/** A form sends every field it has, and prices in whole units, which is no list's one address. */
export const isFromForm = (given: Record<string, unknown>): boolean =>
  given.sort === 'new' ||
  ['q', 'sizing', 'price_from', 'price_to'].some((name) => given[name] === '' || (name.startsWith('price') && name in given));

/** Chooses one value of a filter, or takes it back. */
export function toggled(search: ShopSearch, name: ListFilter, value: string): ShopSearch {
  const chosen: string[] = search[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return readShopSearch({ ...fromStart(search), [name]: next });
}

/** The same list from its first garment: another choice is another list. */
export const fromStart = ({ after: _after, ...search }: ShopSearch): ShopSearch => search;

/** How many choices narrow the list; the order is none, nor is what was typed. */
export function countChosen({ category, size, color, boutique, sizing, price_min_minor, price_max_minor }: ShopSearch): number {
  const listed = [category, size, color, boutique].reduce((sum, chosen) => sum + (chosen?.length ?? 0), 0);
  return listed + (sizing ? 1 : 0) + (price_min_minor !== undefined || price_max_minor !== undefined ? 1 : 0);
}

/** As many at a time as fill whole rows of two, three and four, and a phone draws without a pause. */
const page_size = 12;

/** The same question in the API's words. */
export const toQuery = (search: ShopSearch): ProductQuery => ({ ...fromStart(search), limit: page_size }) as ProductQuery;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function listOf(value: unknown, length_max = 40): string[] {
  const texts = [value]
    .flat()
    .map(textOf)
    .filter((text) => text !== '' && text.length <= length_max);
  return [...new Set(texts)].slice(0, chosen_max);
}

function priceOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < 2 ** 31 ? number : undefined;
}

const isCurrency = (value: unknown): value is string => typeof value === 'string' && /^[A-Z]{3}$/.test(value);

function wholePriceOf(value: unknown, currency: unknown): number | undefined {
  const whole = priceOf(value);
  return whole === undefined || !isCurrency(currency) ? undefined : priceOf(whole * 10 ** minorDigits(currency));
}
