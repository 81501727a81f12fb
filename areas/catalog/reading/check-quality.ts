import type { QualityNote } from '#contract/catalog.ts';
import { cleanText } from './words/clean-text.ts';
import type { ProductReading } from './product-reading.ts';
import type { RawProduct } from './sources/raw-product.ts';
import { toMinor } from './words/to-minor.ts';

/** Notes, for the shopper, what could not be read on the page or is doubtful. */
export function checkQuality(
  reading: Omit<ProductReading, 'quality'>,
  raw: Pick<RawProduct, 'prices' | 'other_fits' | 'stated_prices' | 'are_sizes_as_shown'>,
): QualityNote[] {
  const notes: (QualityNote | false)[] = [
    reading.brand === '' && { code: 'no_brand', message: 'The page does not name a brand.' },
    reading.price_minor === null && { code: 'no_price', message: 'No price could be read; look at the shop’s page.' },
    reading.product_image === null && { code: 'no_image', message: 'The page shows no picture that Toile can use.' },
    reading.category === 'other' && {
      code: 'unknown_category',
      message: 'Toile does not know what kind of garment this is, so its advice is weaker.',
    },
    reading.sizing === null && { code: 'unknown_sizing', message: 'The page does not say whether these are women’s or men’s sizes.' },
    pricesSpan(reading, raw.prices),
    pricesDisagree(raw),
    reading.size_options.length === 0 && { code: 'no_sizes', message: 'The page names no sizes.' },
    raw.are_sizes_as_shown && {
      code: 'sizes_as_shown',
      message: 'The page names its sizes only where one chooses them; check that none is missing.',
    },
    raw.other_fits.length > 0 && severalFits(raw.other_fits),
    reading.size_options.length > 0 &&
      reading.size_options.every(({ is_available }) => is_available === false) && {
        code: 'out_of_stock',
        message: 'Every size is out of stock at the shop.',
      },
  ];
  return notes.filter((note) => note !== false);
}

function severalFits(other_fits: readonly string[]): QualityNote {
  const fits = other_fits.slice(0, 8).flatMap((fit) => cleanText(fit, 40) ?? []);
  return {
    code: 'several_fits',
    message: `Also sold in other fits (${fits.join(', ')}); this advice is for the one you opened.`,
    values: { fits },
  };
}

function pricesSpan({ currency }: Pick<ProductReading, 'currency'>, prices: readonly number[]): QualityNote | false {
  const real = prices.filter((price) => currency !== null && toMinor(price, currency) !== null);
  const [low, high] = [Math.min(...real), Math.max(...real)];
  if (currency === null || real.length === 0 || low === high) return false;
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  return {
    code: 'price_spans',
    message: `Prices run from ${money.format(low)} to ${money.format(high)}, by colour or size.`,
    values: { low, high, currency },
  };
}

/** Beyond, it is the price of something else: delivery, a month's rate. */
const ratio_max = 4;

/** Within the span of the other's variants, two prices agree; and so do a price and a page that shows it anywhere. */
function pricesDisagree({ stated_prices }: Pick<RawProduct, 'stated_prices'>): QualityNote | false {
  const [first, ...others] = stated_prices;
  if (!first) return false;
  const [low, high] = [Math.min(...first.prices), Math.max(...first.prices)];
  const other = others.find(
    ({ price, prices }) =>
      (price < low || price > high) && !prices.includes(first.price) && price / first.price < ratio_max && first.price / price < ratio_max,
  );
  if (!other) return false;
  const is_shown = other.source === 'shown';
  const message = is_shown
    ? `The page shows ${other.price}, but its data says ${first.price}; look at the shop’s page.`
    : `The page states two prices, ${first.price} and ${other.price}; look at the shop’s page.`;
  return { code: 'prices_disagree', message, values: { first: first.price, other: other.price, is_shown } };
}
