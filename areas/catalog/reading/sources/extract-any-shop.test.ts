import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { parsePrice } from '../words/parse-price.ts';
import { readAnyProductPage, readProductPage } from '../read-product-page.ts';

const link = new URL('https://www.tailor.example/shop/mens/wool-trousers');
const pageWith = (...nodes: unknown[]) =>
  `<html><head>${nodes.map((node) => `<script type="application/ld+json">${typeof node === 'string' ? node : JSON.stringify(node)}</script>`).join('')}</head></html>`;
const read = (...nodes: unknown[]) => readProductPage({ html: pageWith(...nodes), link });
const code = (expected: string) => (error: unknown) => error instanceof AppError && error.code === expected;

const variant = (size: unknown, availability = 'https://schema.org/InStock', more = {}) => ({
  '@type': 'Product',
  name: 'x',
  size,
  color: 'NAVY',
  offers: { '@type': 'Offer', price: '138.00', priceCurrency: 'EUR', availability },
  ...more,
});
const group = {
  '@type': 'ProductGroup',
  name: 'Slim-fit trouser in wool',
  productGroupID: 'T1',
  brand: { '@type': 'Brand', name: 'Tailor' },
  image: ['/a.jpg'],
  description: 'Warm. 98% wool, 2% elastane.',
  hasVariant: [variant('34', 'http://schema.org/OutOfStock'), variant('30'), variant({ '@type': 'SizeSpecification', name: '32' })],
};

test('a product group with sizes is read from any shop', () => {
  const reading = read(group);
  assert.deepEqual(
    [
      reading.retailer,
      reading.product_code,
      reading.brand,
      reading.category,
      reading.sizing,
      reading.fit,
      reading.stretch,
      reading.price_minor,
      reading.currency,
    ],
    ['tailor.example', 'T1', 'Tailor', 'trousers', 'men', 'slim', 'some', 13_800, 'EUR'],
  );
  assert.deepEqual(reading.size_options, [
    { label: '30', is_available: true },
    { label: '32', is_available: true },
    { label: '34', is_available: false },
  ]);
  assert.deepEqual(
    [reading.product_image, reading.colors, reading.materials],
    ['https://www.tailor.example/a.jpg', ['Navy'], ['98% wool', '2% elastane']],
  );
});

test('a single product with a list of sizes is read, from a graph and beside broken scripts too', () => {
  const product = {
    '@type': ['Product'],
    name: 'Linen shirt',
    sku: 's',
    size: ['M', 'S'],
    offers: [{ lowPrice: 50, priceCurrency: 'GBP' }],
  };
  assert.deepEqual(read('{oops', { '@graph': [{ '@type': 'Organization' }, product] }).size_options, [
    { label: 'S', is_available: null },
    { label: 'M', is_available: null },
  ]);
});

test('several products are a listing, unless one is the page’s own', () => {
  const [own, other] = [
    variant('M', undefined, { name: 'Shirt', url: '/shop/mens/wool-trousers' }),
    variant('L', undefined, { url: '/other' }),
  ];
  assert.throws(() => read(other, other), code('catalog.not_a_product'));
  assert.throws(() => read({ '@type': 'ItemList', itemListElement: [] }), code('catalog.not_a_product'));
  assert.equal(read(other, own).product_name, 'Shirt');
});

test('a page without a product is of a shop that Toile cannot read yet; one without sizes says so', () => {
  assert.throws(() => read({ '@type': 'WebPage' }), code('catalog.unknown_shop'));
  assert.throws(() => read({ ...group, hasVariant: [variant(undefined)] }), code('catalog.no_sizes'));
  assert.throws(() => read('null', '[]', '3', '"x"'), code('catalog.unknown_shop'));
});

test('pictures are kept over https only', () => {
  const imageOf = (image: unknown) => read({ ...group, image }).product_image;
  assert.equal(imageOf('http://img.example/a.jpg'), 'https://img.example/a.jpg');
  assert.equal(imageOf({ url: '//img.example/a.jpg' }), 'https://img.example/a.jpg');
  for (const image of [
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'https://user:pass@img.example/a',
    'https://img.example:8443/a',
    `https://img.example/${'a'.repeat(3000)}`,
  ]) {
    assert.equal(imageOf(image), null, image);
  }
});

const readHtml = (html: string) => readAnyProductPage({ html, link });

test('microdata is read like JSON-LD: nested offers, groups of groups, the price of the colour shown', () => {
  const size = (label: string, price: string) => `<div itemprop="hasVariant" itemscope itemtype="https://schema.org/Product">
    <span itemprop="size">${label}</span><link itemprop="image" href="/${price}.jpg">
    <div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="price" content="${price}"><meta itemprop="priceCurrency" content="USD"></div></div>`;
  const color = (price: string) =>
    `<div itemprop="hasVariant" itemscope itemtype="https://schema.org/ProductGroup">${size('L', price)}${size('S', price)}</div>`;
  const reading = readHtml(`<html><body itemscope itemtype="https://schema.org/ProductGroup"><h1 itemprop="name">Knit &amp; rib
    shirt</h1><span itemprop="brand" itemscope><b itemprop="name">Tailor</b></span><img itemprop="image" src="/80.00.jpg">${color('60.00')}${color('80.00')}</body></html>`);
  assert.deepEqual(
    [reading.product_name, reading.brand, reading.price_minor, reading.currency],
    ['Knit & rib shirt', 'Tailor', 8000, 'USD'],
  );
  assert.deepEqual(
    reading.size_options.map(({ label }) => label),
    ['S', 'L'],
  );
  assert.ok(reading.quality.some(({ code: note }) => note === 'price_spans'));
});

test('OpenGraph alone gives name, price and picture; a website that is no product gives none', () => {
  const meta = (more: Record<string, string>) =>
    `<html><head>${Object.entries(more)
      .map(([name, content]) => `<meta property="${name}" content="${content}">`)
      .join('')}</head></html>`;
  const reading = readHtml(
    meta({
      'og:type': 'product',
      'og:title': 'Wool coat | Coats | Tailor',
      'og:site_name': 'Tailor',
      'og:image': 'https://x.example/a.jpg',
      'og:product:price:amount': '138.000000',
      'product:price:currency': 'EUR',
    }),
  );
  assert.deepEqual([reading.product_name, reading.price_minor, reading.category], ['Wool coat', 13_800, 'coat']);
  assert.ok(reading.quality.some(({ code: note }) => note === 'no_sizes'));
  assert.throws(() => readHtml(meta({ 'og:type': 'website', 'og:title': 'Coats' })), code('catalog.unknown_shop'));
});

test('sizes that stand only in the names of offers are read; a price that differs from another source is noted', () => {
  const offers = ['XL', 'S'].map((name) => ({
    '@type': 'Offer',
    name,
    price: '73',
    priceCurrency: 'USD',
    availability: 'http://schema.org/SoldOut',
  }));
  const ld = JSON.stringify({ '@type': 'Product', name: 'Shirt', offers });
  const reading = readHtml(
    `<html><script type="application/ld+json">${ld}</script><meta property="product:price:amount" content="99"></html>`,
  );
  assert.deepEqual(reading.size_options, [
    { label: 'S', is_available: false },
    { label: 'XL', is_available: false },
  ]);
  assert.equal(reading.price_minor, 7300);
  assert.ok(reading.quality.some(({ code: note }) => note === 'prices_disagree'));
});

test('a Shopify product that a theme embeds is read, prices in minor units', () => {
  const product = {
    id: 7,
    title: 'Chore jacket',
    vendor: 'Tailor',
    options: ['Colour', 'Size'],
    images: ['//cdn.example/j.jpg'],
    variants: [
      { option1: 'Navy', option2: 'M', price: 9800, compare_at_price: 12_000, available: true },
      { option1: 'Navy', option2: 'S', price: 9800, available: false },
    ],
  };
  const reading = readHtml(
    `<html><script type="application/json">${JSON.stringify(product)}</script><meta property="product:price:currency" content="GBP"></html>`,
  );
  assert.deepEqual([reading.product_code, reading.price_minor, reading.price_before_minor, reading.currency], ['7', 9800, 12_000, 'GBP']);
  assert.deepEqual(reading.size_options, [
    { label: 'S', is_available: false },
    { label: 'M', is_available: true },
  ]);
});

test('Amazon is read by its ids, its sizes from the script; other pages of it are no product', () => {
  const html = `<html><span id="productTitle"> Tee  shirt </span><a id="bylineInfo">Visit the Tailor Store</a><span id="price_inside_buybox">$12.48</span>
    <script>x = {"variationValues" : {"size_name":["Small","X-Large"],"color_name":["White"]}}</script></html>`;
  const reading = readAnyProductPage({ html, link: new URL('https://www.amazon.com/Tee/dp/B00N150YS4') });
  assert.deepEqual([reading.product_name, reading.brand, reading.price_minor, reading.currency], ['Tee shirt', 'Tailor', 1248, 'USD']);
  assert.deepEqual(
    reading.size_options.map(({ label }) => label),
    ['Small', 'X-Large'],
  );
});

test('prices as people write them', () => {
  const amounts = (text: string) => parsePrice(text);
  assert.deepEqual(amounts('1.299,00 €'), { amount: 1299, currency: 'EUR' });
  assert.deepEqual(amounts('12 500 ₦'), { amount: 12_500, currency: 'NGN' });
  assert.deepEqual(amounts('from 89'), { amount: 89, currency: null });
  assert.deepEqual(amounts('US$ 1,299.50'), { amount: 1299.5, currency: 'USD' });
  assert.equal(amounts('ask us'), null);
});

test('nesting without end, broken tags and names of prototypes cost nothing and harm nothing', () => {
  const deep = '<div itemscope itemprop="__proto__">'.repeat(100_000);
  assert.throws(() => readHtml(`<html>${deep}`), code('catalog.unknown_shop'));
  assert.throws(() => readHtml(`<html>${'</div>'.repeat(100_000)}<a <b itemprop=x`), code('catalog.unknown_shop'));
});

test('Reiss tells in its own data whose sizes these are, and which are left', () => {
  const data = {
    gender: 'Men',
    category: 'Shirts',
    colour: 'Navy',
    currencyCode: 'USD',
    options: { options: [{ name: 'L', stockStatus: 'SoldOut' }, { name: 'S', stockStatus: 'InStock' }, { name: 3 }] },
  };
  const next = { props: { pageProps: { dehydratedState: { queries: [{ state: { data: {} } }, { state: { data } }] } } } };
  const ld = { '@type': 'Product', name: 'Oxford', brand: { name: 'Reiss' }, offers: { price: '73', priceCurrency: 'USD' } };
  const html = `<html><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(next)}</script><script type="application/ld+json">${JSON.stringify(ld)}</script></html>`;
  const reading = readAnyProductPage({ html, link: new URL('https://www.reiss.com/us/en/style/st1/t1') });
  assert.deepEqual([reading.sizing, reading.category, reading.price_minor, reading.colors], ['men', 'shirt', 7300, ['Navy']]);
  assert.deepEqual(reading.size_options, [
    { label: 'S', is_available: true },
    { label: 'L', is_available: false },
  ]);
});
