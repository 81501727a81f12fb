import { notAProduct } from '../errors.ts';
import { cleanText } from './words/clean-text.ts';
import { orderSizes } from './words/order-sizes.ts';
import type { ProductReading } from './product-reading.ts';
import type { StatedChart } from './size-tables/stated-chart.ts';
import type { RawProduct } from './sources/raw-product.ts';
import { describeSizes } from './words/describe-sizes.ts';
import { readCategory } from './words/read-category.ts';
import { readCloth } from './words/read-cloth.ts';
import { readFitWord } from './words/read-fit-word.ts';
import { readSizing } from './words/read-sizing.ts';
import { readCurrency, toMinor } from './words/to-minor.ts';

/** Far beyond real garments, so that nobody fills the database through a page. In characters or entries. */
const bounds = {
  code: 80,
  name: 200,
  brand: 80,
  url: 2000,
  color: 60,
  colors: 200,
  material: 60,
  size: 40,
  sizes: 150,
  images: 12,
  charts: 6,
  title: 200,
};

/**
 * Turns what a page gave into Toile's words and bounds: sizes in wearing order, money in minor units, colours once
 * each, the kind of garment, the cut. Throws `catalog.not_a_product` without a name; a page without sizes gives none.
 */
export function normaliseProduct(raw: RawProduct, retailer: string): Omit<ProductReading, 'quality'> {
  const [product_name, product_code] = [cleanText(raw.product_name, bounds.name), cleanText(raw.product_code, bounds.code)];
  if (product_name === null || product_code === null) throw notAProduct('a product without a name or code');
  const category = readCategory(raw.kind_words.map(lowered));
  const { materials, stretch } = readCloth(raw.cloth_words, category);
  const images = readImages(raw);
  const size_options = readSizes(raw);
  return {
    retailer,
    product_code,
    product_name,
    brand: cleanText(raw.brand, bounds.brand) ?? '',
    product_url: raw.product_url.slice(0, bounds.url),
    product_image: images[0] ?? null,
    product_images: images,
    category,
    sizing: readSizing(raw.sizing_words),
    fit: readFitWord(raw.fit_words),
    stretch,
    ...readPrices(raw),
    colors: [...new Set(raw.colors.flatMap((color) => titleCase(cleanText(color, bounds.color))))].slice(0, bounds.colors),
    materials: materials.map((material) => material.slice(0, bounds.material)),
    is_available: raw.is_available ?? availabilityOf(size_options),
    size_options,
    ...describeSizes({
      labels: size_options.map(({ label }) => label),
      size_system: raw.size_system,
      size_type: raw.size_type,
      words: [...raw.kind_words.slice(0, 4), ...raw.fit_words.slice(0, 1)],
    }),
    charts: raw.charts
      .slice(0, bounds.charts)
      .map(standardiseChart)
      .filter(({ sizes }) => sizes.length > 1),
  };
}

/** What can be bought in some size can be bought. */
const availabilityOf = (sizes: ProductReading['size_options']): boolean | null =>
  sizes.some(({ is_available }) => is_available === true)
    ? true
    : sizes.length > 0 && sizes.every(({ is_available }) => is_available === false)
      ? false
      : null;

/** Brings the words of a stated chart within bounds; its figures were judged when they were read. */
const standardiseChart = (chart: StatedChart): StatedChart => ({
  ...chart,
  title: cleanText(chart.title, bounds.title) ?? '',
  sizes: chart.sizes.slice(0, bounds.sizes).flatMap(({ label, also, cm }) => {
    const text = cleanText(label, bounds.size);
    const others = (also ?? []).flatMap((one) => cleanText(one, bounds.size) ?? []);
    return text === null ? [] : [{ label: text, ...(others.length > 0 ? { also: others } : {}), cm }];
  }),
});

const lowered = (text: string): string => text.slice(0, 500).toLowerCase();

/** Each picture once; what is no address of a public picture is left out. */
function readImages({ product_images, product_url, base_url, image_hosts }: RawProduct): string[] {
  const base = base_url !== null && URL.canParse(base_url, product_url) ? new URL(base_url, product_url).href : product_url;
  const images = product_images.slice(0, bounds.images * 4).flatMap((text) => readImage(text.trim(), { base, image_hosts }) ?? []);
  return [...new Set(images)].slice(0, bounds.images);
}

function readImage(text: string, { base, image_hosts }: { base: string; image_hosts: RawProduct['image_hosts'] }): string | null {
  if (text === '' || !URL.canParse(text, base)) return null;
  const image = new URL(text, base);
  if (image.protocol === 'http:') image.protocol = 'https:';
  if (image.protocol !== 'https:' || image.username !== '' || image.port !== '') return null;
  // Measured as it is written out: what is not ASCII grows.
  if (image.href.length > bounds.url) return null;
  return image_hosts === null || image_hosts.includes(image.hostname) ? image.href : null;
}

/** Without a currency an amount says nothing. A price before is only told when it was higher. */
function readPrices(raw: RawProduct): Pick<ProductReading, 'price_minor' | 'price_before_minor' | 'currency'> {
  const currency = readCurrency(raw.currency);
  const price_minor = currency === null ? null : toMinor(raw.price, currency);
  if (currency === null || price_minor === null) return { price_minor: null, price_before_minor: null, currency: null };
  const before = toMinor(raw.price_before, currency);
  return { price_minor, price_before_minor: before !== null && before > price_minor ? before : null, currency };
}

function readSizes({ sizes }: RawProduct): ProductReading['size_options'] {
  if (sizes.length > bounds.sizes) throw notAProduct(`${sizes.length} sizes`);
  const by_label = new Map<string, boolean | null>();
  for (const { label, is_available } of sizes) {
    const text = cleanText(label, bounds.size);
    // As a key of an object this one name would vanish; no garment bears it.
    if (text === null || text === '__proto__') continue;
    by_label.set(text, by_label.get(text) === true ? true : is_available);
  }
  return orderSizes([...by_label].map(([label, is_available]) => ({ label, is_available })));
}

/** `UNIVERSITY STRIPE RAIN` → `University Stripe Rain`; what the shop already writes in mixed case stays. */
function titleCase(text: string | null): string[] {
  if (text === null) return [];
  if (text !== text.toUpperCase() && text !== text.toLowerCase()) return [text];
  return [
    text.toLowerCase().replaceAll(/(^|[\s/(-])(\p{Ll})/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase()),
  ];
}
