import { minorDigits } from './money-text.ts';
import type { Translate } from './translate.ts';

export type MoneyRead =
  | { kind: 'empty' }
  | { kind: 'value'; minor: number }
  /** Below nought. */
  | { kind: 'negative' }
  | { kind: 'unreadable' };

/** Beyond this the wire carries no price; whoever types more means this much as well. */
const minor_max = 2 ** 31 - 1;

/**
 * Reads an amount of money as the shopper's locale writes it, and however else it can mean only one thing: `100.50` in French,
 * `1 000` in English, the currency before or after. What could mean two amounts (`1,000` where a comma begins the cents) is
 * unreadable: to ask is better than to be wrong a thousandfold.
 */
export function readMoney({ locale }: Pick<Translate, 'locale'>, text: string, currency: string): MoneyRead {
  if (text.trim() === '') return { kind: 'empty' };
  const bare = withoutCurrency(text.trim(), { locale, currency })
    .replaceAll(/[\s'’]/g, ' ')
    .trim();
  const [, minus, amount] = /^([-−–]?) ?(\d(?:[\d ., ]*\d)?)$/.exec(bare) ?? [];
  const minor = amount === undefined ? undefined : minorOf(amount, { decimal: decimalOf(locale), digits: minorDigits(currency) });
  if (minor === undefined) return { kind: 'unreadable' };
  return minus && minor > 0 ? { kind: 'negative' } : { kind: 'value', minor: Math.min(minor, minor_max) };
}

interface Habits {
  /** What begins the cents where the shopper reads. */
  decimal: string;
  /** How many digits the cents have. */
  digits: number;
}

/** The amount in minor units; undefined where its marks make no sense, or two. */
function minorOf(amount: string, { decimal, digits }: Habits): number | undefined {
  const last = Math.max(amount.lastIndexOf('.'), amount.lastIndexOf(','));
  const cents = last === -1 ? '' : amount.slice(last + 1);
  // Three digits may be thousands as well: there the mark must be the one that begins cents here.
  const has_cents = /^\d+$/.test(cents) && cents.length <= digits && (cents.length !== 3 || amount[last] === decimal);
  const cents_mark = has_cents ? amount[last] : decimal;
  // What begins the cents cannot part thousands too.
  const groups = (has_cents ? amount.slice(0, last) : amount).split(new RegExp(`[ ${cents_mark === '.' ? ',' : '.'}]`));
  const is_grouped =
    groups.every((group, n) => (n === 0 ? /^\d+$/ : /^\d{3}$/).test(group)) && (groups.length === 1 || groups[0]!.length <= 3);
  if (!is_grouped) return undefined;
  return Number(groups.join('')) * 10 ** digits + (has_cents ? Number(cents.padEnd(digits, '0')) : 0);
}

const decimalOf = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/** Takes the currency away, by its code or its sign, before or after the amount. */
function withoutCurrency(text: string, { locale, currency }: { locale: string; currency: string }): string {
  const signs = (['code', 'symbol', 'narrowSymbol'] as const).map((currencyDisplay) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')!
      .value.toUpperCase(),
  );
  const upper = text.toUpperCase();
  const before = signs.find((sign) => upper.startsWith(sign));
  if (before !== undefined) return text.slice(before.length);
  const behind = signs.find((sign) => upper.endsWith(sign));
  return behind === undefined ? text : text.slice(0, -behind.length);
}
