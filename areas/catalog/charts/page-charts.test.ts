import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Ctx } from '#platform/area/context.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { findOrReadProduct } from '../find-or-read-product.ts';
import { keepReading } from '../keep-reading.ts';
import { readProductPage } from '../reading/read-product-page.ts';
import { findSizeChart } from './find-size-chart.ts';
import { sharedCharts } from './known-charts.ts';
import { listSizeCharts } from './list-size-charts.ts';

let house: TestHouse;
let ctx: Ctx;
before(async () => {
  house = await testHouse();
  ctx = house.platform.systemCtx();
});
after(() => house.close());

const page = ({ brand = 'Tailor', chest = 90, sizes = ['S', 'M', 'L'] } = {}) =>
  `<html><head><script type="application/ld+json">${JSON.stringify({
    '@type': 'Product',
    name: 'Oxford shirt',
    brand,
    size: sizes,
    audience: { suggestedGender: 'male' },
    offers: { price: 50, priceCurrency: 'EUR' },
  })}</script></head><body><h2>Body measurements (cm)</h2><table><tr><th>Size<th>Chest${sizes.map((size, i) => `<tr><td>${size}<td>${chest + 8 * i}-${chest + 8 * i + 6}`).join('')}</table></body></html>`;
const visit = (url: string, html: string) => {
  house.outbound.pages.set(url, html);
  return findOrReadProduct(ctx, { product_url: url });
};
const charts = async (brand: string) =>
  (await listSizeCharts(ctx, { brand, sizing: 'men', category: 'knitwear' })).size_charts.filter((one) => one.brand !== null);

const bare = (brand: string) => page({ brand }).replace(/<table.*<\/table>/s, '');
const hasChart = ({ quality }: { quality: { code: string }[] }) => !quality.some(({ code }) => code === 'estimated_size_chart');

test('a chart on a page is kept with source and date, and serves the brand’s other garments at that shop', async () => {
  const product = await visit('https://www.tailor.example/p/1', page());
  assert.deepEqual(
    product.charts.map(({ kind, sizes }) => [kind, sizes.length]),
    [['body', 3]],
  );
  const [kept] = await charts('TAILOR');
  assert.deepEqual(
    [kept?.origin, kept?.source, kept?.source_url],
    ['page', 'Body measurements (cm), www.tailor.example', 'https://www.tailor.example/p/1'],
  );
  assert.equal(kept?.stated_at, house.clock.now().toISOString());
  assert.ok(hasChart(product));
  assert.ok(hasChart(await visit('https://www.tailor.example/p/2', bare('Tailor'))));
});

test('whoever makes Toile read a forged page bends no chart elsewhere', async () => {
  await visit('https://weaver.evil.example/p/1', page({ brand: 'Weaver', chest: 60 }));
  assert.ok(!hasChart(await visit('https://store.example/p/3', bare('Weaver'))));
  assert.equal(findSizeChart({ brand: 'Weaver', sizing: 'men', category: 'shirt' }, await sharedCharts(ctx, 'Weaver'))?.brand, null);
});

test('where an operator vouches, the chart of a brand’s own shop is for all of the brand; a department store’s is not', async () => {
  const vouch = async (url: string, brand: string) =>
    keepReading(ctx, readProductPage({ html: page({ brand }), link: new URL(url) }), {
      links: [],
      read_at: house.clock.now().toISOString(),
      is_vouched: true,
    });
  await vouch('https://www.knitter.example/p/1', 'Knitter');
  await vouch('https://www.bigstore.example/p/1', 'Dyer');
  assert.ok(hasChart(await visit('https://store.example/p/4', bare('Knitter'))));
  assert.ok(!hasChart(await visit('https://store.example/p/5', bare('Dyer'))));
});

test('a page that differs from our own chart of the brand is noted, and neither is changed', async () => {
  const product = await visit('https://www.jcrew.com.example/p/1', page({ brand: 'J.Crew', chest: 80 }));
  const note = product.quality.find(({ code }) => code === 'chart_disagrees');
  assert.match(
    note?.message ?? '',
    /for S .* says chest 80 to 86 cm, J\.Crew, men’s size chart.* says 88\.9 to 94 cm\. The first one counts\.$/,
  );
});
