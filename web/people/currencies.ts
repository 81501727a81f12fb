/** The currencies of the shops that Toile reads and of the payments it takes, those of most people first. */
const offered = [
  'EUR',
  'USD',
  'GBP',
  'NGN',
  'GHS',
  'KES',
  'ZAR',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CAD',
  'AUD',
  'JPY',
  'INR',
  'BRL',
  'MXN',
];

/** Lists what can be chosen; a currency that was chosen elsewhere stays among them. */
export const currenciesWith = (chosen: string): string[] => (offered.includes(chosen) ? offered : [chosen, ...offered]);

/** Names a currency in a language; a code that nobody named is its own name. */
export const currencyName = (code: string, locale: string): string => new Intl.DisplayNames(locale, { type: 'currency' }).of(code) ?? code;
