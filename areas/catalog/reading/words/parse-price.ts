/** An amount in major units, and its currency where the text names it. */
export interface PriceText {
  amount: number;
  currency: string | null;
}

/** Symbols that mean one currency; `kr` and `¥` are several countries', the commonest is taken. */
const symbols: readonly (readonly [RegExp, string])[] = [
  [/C\$|CA\$/, 'CAD'],
  [/A\$|AU\$/, 'AUD'],
  [/\$/, 'USD'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₦/, 'NGN'],
  [/¥|円/, 'JPY'],
  [/₹/, 'INR'],
  [/₩/, 'KRW'],
  [/zł/i, 'PLN'],
  [/\bkr\b/i, 'SEK'],
];

/**
 * Reads a price as shops write it: `1.299,00 €`, `12 500 ₦`, `from 89`, `US$ 1,299`. The first amount counts. A last
 * separator with one or two digits behind it is the decimal one; with three it parts thousands. null when there is none.
 */
export function parsePrice(text: string): PriceText | null {
  const given = text.slice(0, 200);
  // Programs write six decimals.
  const digits = /\d+\.\d{4,}(?!\d)/.exec(given)?.[0] ?? /\d+(?:[\s\u00A0\u202F'’.,]\d{3})*(?:[.,]\d{1,2}(?!\d))?/.exec(given)?.[0];
  if (digits === undefined) return null;
  const amount = Number(plain(digits));
  const code = /\b[A-Z]{3}\b/.exec(given)?.[0] ?? null;
  return Number.isFinite(amount) ? { amount, currency: code ?? symbols.find(([sign]) => sign.test(given))?.[1] ?? null } : null;
}

function plain(digits: string): string {
  const text = digits.replaceAll(/[\s\u00A0\u202F'’]/g, '');
  const decimal = /[.,](\d{1,2}|\d{4,})$/.exec(text);
  if (!decimal) return text.replaceAll(/[.,]/g, '');
  return `${text.slice(0, decimal.index).replaceAll(/[.,]/g, '')}.${decimal[1]!}`;
}
