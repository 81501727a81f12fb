/** An amount in major units, and its currency where the text names it. */
export interface PriceText {
  amount: number;
  currency: string | null;
}

/** Symbols that mean one currency; `kr` and `¥` are several countries', the commonest is taken. Longer ones first. */
const symbols: readonly (readonly [RegExp, string])[] = [
  [/US\$/, 'USD'],
  [/C\$|CA\$/, 'CAD'],
  [/A\$|AU\$/, 'AUD'],
  [/NZ\$/, 'NZD'],
  [/HK\$/, 'HKD'],
  [/S\$/, 'SGD'],
  [/R\$/, 'BRL'],
  [/M(?:ex|X)\$/i, 'MXN'],
  [/NT\$/, 'TWD'],
  [/\$/, 'USD'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₦/, 'NGN'],
  [/¥|円|￥/, 'JPY'],
  [/₹|\bRs\.?(?=\s|\d)/i, 'INR'],
  [/₩|원/, 'KRW'],
  [/₺|\bTL\b/, 'TRY'],
  [/₫/, 'VND'],
  [/฿/, 'THB'],
  [/₱/, 'PHP'],
  [/₪/, 'ILS'],
  [/₴/, 'UAH'],
  [/₽|руб/i, 'RUB'],
  [/zł/i, 'PLN'],
  [/Kč/i, 'CZK'],
  [/\bFt\b/, 'HUF'],
  [/د\.إ/, 'AED'],
  [/ر\.س/, 'SAR'],
  [/\bFr\.(?=\s?\d)/, 'CHF'],
  [/\bkr\b/i, 'SEK'],
];

const space = String.raw`[\s\u00A0\u202F]`;
/** Thousands in threes, or as in India first in twos: `1,49,999`. */
const grouped = new RegExp(
  String.raw`\d{1,3}(?:(?:${space}|['’.,])\d{2,3})*(?:${space}|['’.,])\d{3}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d{1,2}(?!\d))?`,
);

/**
 * Reads a price as shops write it: `1.299,00 €`, `12 500 ₦`, `from 89`, `US$ 1,299`. The first amount counts; percentages
 * do not. A last separator with one or two digits behind it is the decimal one; with three it parts thousands. null when
 * there is none.
 */
export function parsePrice(text: string): PriceText | null {
  const given = toAsciiDigits(text.slice(0, 200)).replaceAll(/[-–−]?\s?\d{1,3}(?:[.,]\d+)?\s?%/g, ' ');
  // Programs write six decimals.
  const digits = /\d+\.\d{4,}(?!\d)/.exec(given)?.[0] ?? grouped.exec(given)?.[0];
  if (digits === undefined) return null;
  const amount = Number(plain(digits));
  const code = codes.exec(given)?.[0] ?? null;
  return Number.isFinite(amount) ? { amount, currency: code ?? symbols.find(([sign]) => sign.test(given))?.[1] ?? null } : null;
}

/** ISO 4217 codes that this machine knows, so that `NOW`, `VAT` and `RRP` are none. */
const codes = new RegExp(`(?<![A-Z])(?:${Intl.supportedValuesOf('currency').join('|')})(?![A-Z])`);

const toAsciiDigits = (text: string): string =>
  text.replaceAll(/[٠-٩۰-۹０-９]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit < '۰' ? 0x0660 : digit < '０' ? 0x06f0 : 0xff10)) % 10),
  );

function plain(digits: string): string {
  const text = digits.replaceAll(/[\s\u00A0\u202F'’]/g, '');
  const decimal = /[.,](\d{1,2}|\d{4,})$/.exec(text);
  if (!decimal) return text.replaceAll(/[.,]/g, '');
  return `${text.slice(0, decimal.index).replaceAll(/[.,]/g, '')}.${decimal[1]!}`;
}
