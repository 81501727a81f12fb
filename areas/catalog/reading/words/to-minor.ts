/** Nothing that is sold by the piece costs more; a larger number is a mistake of the page. In major units. */
const price_max = 1_000_000;
/** The largest number that the database keeps; a currency with four decimals gets there. */
const minor_max = 2_147_483_647;

/** Turns a price in major units into minor ones of its currency (JPY has none); null for what is no price. */
export function toMinor(price: number | null, currency: string): number | null {
  if (price === null || !Number.isFinite(price) || price <= 0 || price > price_max) return null;
  const minor = Math.round(price * 10 ** minorDigits(currency));
  return minor > minor_max ? null : minor;
}

/** Reads a currency code; null for what is none. */
export const readCurrency = (code: string | null): string | null => {
  const text = code?.trim().toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(text) ? text : null;
};

const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
