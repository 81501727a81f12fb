import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { findOrReadProduct } from '../find-or-read-product.ts';
import { cleanText } from './words/clean-text.ts';
import { jcrewPage } from './sources/jcrew-page.ts';
import { toMinor } from './words/to-minor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const half = '\ud83d';
const take = (page_html: string, product_url?: string) => findOrReadProduct(house.ctx({ person_id: newId() }), { page_html, product_url });
const linkedPage = (url: string, more: object = {}) => {
  const product = { '@type': 'Product', name: 'Trousers', sku: 'T1', size: ['S', 'M'], ...more };
  return `<html><head><link rel="canonical" href="${url}"><script type="application/ld+json">${JSON.stringify(product)}</script></head></html>`;
};

test('text that PostgreSQL cannot keep is cleaned: no U+0000, no half of a pair, even where the cut makes one', () => {
  const cases: [string, string | null][] = [
    ['a\0b', 'a b'],
    [`a${half}b`, 'a\ufffdb'],
    ['a&#xD83D;b', 'a\ufffdb'],
    ['\0', null],
  ];
  for (const [given, clean] of cases) assert.equal(cleanText(given, 20), clean);
  assert.equal(cleanText(`${'&amp;'.repeat(3)}${'x'.repeat(4)}😀`, 2)?.isWellFormed(), true);
  assert.equal(cleanText(`${' '.repeat(19)}😀`, 2), '\ufffd');
});

test('a page with characters that cannot be kept is kept without them, in every text', async () => {
  const bad = `\0${half}`;
  const product = await take(
    jcrewPage({
      code: 'UU100',
      name: `Shirt${bad}`,
      brand: `Brand${bad}`,
      sizes: ['SMALL', `MEDIUM${bad}`, `Odd${bad}`],
      colors: [{ code: `C${bad}`, name: `Blue${bad}`, price: 10 }],
      cloth: [`100% cotton${bad}`],
      fit: 'Classic',
      variations: { [`Slim${bad}`]: { code: `UU1${bad}` } },
    }),
  );
  const text = JSON.stringify(product);
  assert.ok(!text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text), text);
  assert.ok(product.quality.some(({ code }) => code === 'several_fits'));
});

test('a product code with such characters is kept without them', async () => {
  const url = 'https://www.tailor.example/trousers';
  const product = await take(linkedPage(url, { sku: `T\0${half}`, material: `wool\0${half}`, image: `https://i.example/\0${half}.jpg` }));
  assert.equal(product.product_name, 'Trousers');
});

test('a page that names a host longer than any is refused as a bad link', async () => {
  const is = (error: unknown) => error instanceof AppError && error.code === 'catalog.bad_link';
  const host = `${'a'.repeat(60)}.`.repeat(5);
  await assert.rejects(take(linkedPage(`https://${host}example/trousers`)), is);
  await assert.rejects(take(linkedPage('https://tailor.example/trousers'), `https://${host}example/trousers`), is);
  await assert.rejects(take(linkedPage(`https://${'u'.repeat(2100)}:p@tailor.example/trousers`)), is);
});

test('a picture whose address grows beyond the bound, or a price beyond an integer, is left out', async () => {
  const image = `https://i.example/${'é'.repeat(1500)}.jpg`;
  const product = await take(linkedPage('https://tailor.example/other', { image }));
  assert.equal(product.product_image, null);
  assert.equal(toMinor(999_999, 'CLF'), null);
});
