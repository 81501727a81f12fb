import { field, listOf, textOf } from '../page/parse-json.ts';
import { parsePrice } from '../words/parse-price.ts';

/** Offers of one product node: its own, and those that an aggregate holds. */
export const offersOf = (node: unknown): unknown[] =>
  listOf(field(node, 'offers')).flatMap((offer) => [offer, ...listOf(field(offer, 'offers'))]);

/** Selling price: of the offer itself, of a range its lower end, else of its price specification. null for 0: that means "ask". */
export function priceOf(offer: unknown): number | null {
  const own = amountOf(field(offer, 'price')) ?? amountOf(field(offer, 'lowPrice'));
  const all = specificationsOf(offer);
  const selling = all.filter((one) => !isListPrice(one));
  // Beside a list price the other one is what is paid, whatever the offer itself says (adidas).
  if (own !== null && (selling.length === 0 || selling.length === all.length)) return own;
  return selling.map((one) => amountOf(field(one, 'price')) ?? amountOf(field(one, 'minPrice'))).find((one) => one !== null) ?? own;
}

/** All prices that an offer names: a range has two. */
export const pricesOf = (offer: unknown): number[] => [priceOf(offer), amountOf(field(offer, 'highPrice'))].flatMap((one) => one ?? []);

/** Price before: of the price specifications the one that says so. */
export const priceBeforeOf = (offer: unknown): number | null =>
  specificationsOf(offer)
    .filter(isListPrice)
    .map((one) => amountOf(field(one, 'price')))
    .find((one) => one !== null) ?? null;

/** Currency: of the offer, of its price specification, or written into its price. */
export const currencyOf = (offer: unknown): string | null =>
  textOf(field(offer, 'priceCurrency')) ??
  specificationsOf(offer)
    .map((one) => textOf(field(one, 'priceCurrency')))
    .find((one) => one !== null) ??
  parsePrice(textOf(field(offer, 'price')) ?? '')?.currency ??
  null;

/** Whether any of these offers can be bought; null when none says. */
export function inStock(offers: readonly unknown[]): boolean | null {
  const said = offers.flatMap((offer) => textOf(field(offer, 'availability')) ?? textOf(field(field(offer, 'availability'), '@id')) ?? []);
  if (said.length === 0) return null;
  return said.some((one) =>
    /(?:in_?\s?stock|limited_?availability|pre_?-?\s?order|pre_?sale|back_?-?\s?order|online_?only|made_?to_?order)$/i.test(one.trim()),
  );
}

/** Names used for the price that is crossed out. `SalePrice` and `InvoicePrice` are selling prices. */
const isListPrice = (specification: unknown): boolean =>
  /(?:ListPrice|SRP|MSRP|StrikethroughPrice|RegularPrice|MinimumAdvertisedPrice)$/i.test(textOf(field(specification, 'priceType')) ?? '');

const specificationsOf = (offer: unknown): unknown[] => listOf(field(offer, 'priceSpecification'));

/** Nothing to wear is sold for less in any currency; a number this small with three decimals is thousands: `1.299`. */
const thousands_below = 10;

/** The standard wants `1299.00`; shops also write `1.299,00`, `$1,299` and a list with one entry. */
function amountOf(value: unknown): number | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const amount = typeof one === 'number' ? one : typeof one === 'string' ? readAmount(one) : null;
  return amount !== null && Number.isFinite(amount) && amount > 0 ? amount : null;
}

function readAmount(text: string): number | null {
  if (!/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return parsePrice(text)?.amount ?? null;
  const amount = Number(text);
  return /\.\d{3}\s*$/.test(text) && amount < thousands_below ? Math.round(amount * 1000) : amount;
}
