import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { readProductPage } from './read-product-page.ts';

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

test('a shop that tells no product, or no sizes, is one that Toile cannot read yet', () => {
  assert.throws(() => read({ '@type': 'WebPage' }), code('catalog.unknown_shop'));
  assert.throws(() => read({ ...group, hasVariant: [variant(undefined)] }), code('catalog.unknown_shop'));
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
