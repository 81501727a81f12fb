import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all_size_charts } from './all-size-charts.ts';
import { chartRow } from './chart-row.ts';
import { findSizeChart } from './find-size-chart.ts';
import { fittingGarment, statedDimensions } from '../fitting-garment.ts';
import { parseSizeChart } from './size-chart.ts';

const jcrew = findSizeChart({ brand: 'J.Crew', sizing: 'men', category: 'shirt' })!;

test('every chart grows with its sizes, in each dimension', () => {
  for (const chart of all_size_charts) {
    for (const [i, { body_cm }] of chart.sizes.entries()) {
      const before = chart.sizes[i - 1]?.body_cm ?? {};
      for (const [name, [lo]] of Object.entries(before)) {
        assert.ok((body_cm[name as 'chest']?.[0] ?? Infinity) >= lo, `${chart.source}: ${chart.sizes[i]!.label} ${name}`);
      }
    }
  }
});

test('inches in the file are centimetres in the program: J.Crew’s M is for a chest of 38 to 40 in', () => {
  assert.deepEqual(chartRow(jcrew, 'M'), { chest: [96.5, 101.6], neck: [38.1, 39.4], waist: [81.3, 86.4], sleeves: [83.8, 86.4] });
  assert.deepEqual(chartRow(jcrew, 'Medium'), chartRow(jcrew, 'M'));
  assert.deepEqual(chartRow(jcrew, '3XL'), chartRow(jcrew, 'XXXL'));
  assert.equal(chartRow(jcrew, 'XXS'), null);
});

test('a tall size has its letter’s girths and the longer sleeves the brand names; elsewhere lengths are left out', () => {
  assert.deepEqual(chartRow(jcrew, 'M-T'), { ...chartRow(jcrew, 'M'), sleeves: [88.9, 91.5] });
  const theory = findSizeChart({ brand: 'theory', sizing: 'men', category: 'shirt' })!;
  assert.deepEqual(chartRow(theory, 'M Tall'), { chest: chartRow(theory, 'M')!.chest });
});

test('a brand is found however it is written; unknown brands and kinds get the standard, called estimated', () => {
  for (const brand of ['J.Crew', 'J Crew', 'jcrew', 'J. CREW '])
    assert.equal(findSizeChart({ brand, sizing: 'men', category: 'knitwear' })?.brand, 'J.Crew', brand);
  for (const wish of [
    { brand: 'Nobody', category: 'shirt' },
    { brand: 'J.Crew', category: 'trousers' },
    { brand: '', category: 't-shirt' },
  ] as const) {
    const chart = findSizeChart({ ...wish, sizing: 'men' });
    assert.deepEqual([chart?.brand, chart?.is_estimated], [null, true]);
  }
  assert.equal(findSizeChart({ brand: 'J.Crew', sizing: 'women', category: 'dress' })?.is_estimated, true);
  assert.equal(findSizeChart({ brand: 'J.Crew', sizing: null, category: 'shirt' }), null);
  assert.equal(findSizeChart({ brand: 'Nobody', sizing: 'men', category: 'dress' }), null);
});

test('outerwear borrows the brand’s chart of tops, as an estimate', () => {
  const chart = findSizeChart({ brand: 'J.Crew', sizing: 'men', category: 'jacket' })!;
  assert.deepEqual([chart.brand, chart.is_estimated, jcrew.is_estimated], ['J.Crew', true, false]);
});

test('a chart that knows hardly any of the sizes is passed over', () => {
  const of = (labels?: string[]) =>
    findSizeChart({ brand: 'lululemon', sizing: 'men', category: 'shirt', ...(labels ? { labels } : {}) })?.brand;
  assert.deepEqual([of(['XS']), of(['XS', 'S', 'M', 'L']), of()], ['lululemon', null, null]);
  assert.equal(findSizeChart({ brand: 'J.Crew', sizing: 'men', category: 'trousers', labels: ['30', '32'] }), null);
});

test('a garment for fitting has its labels, chart rows, and no sleeves on a T-shirt', () => {
  const product = {
    product_name: 'Plain shirt',
    brand: 'J.Crew',
    category: 'shirt',
    sizing: 'men',
    fit: 'slim',
    stretch: null,
    product_url: 'https://www.jcrew.com/p/x/AB123',
    size_system: null,
    charts: [],
    size_options: [
      { label: 'M', is_available: true },
      { label: 'XXS', is_available: null },
    ],
  } satisfies Parameters<typeof fittingGarment>[0];
  const join = (more: Partial<Parameters<typeof fittingGarment>[0]> = {}, sizing?: 'men') =>
    fittingGarment({ ...product, ...more }, all_size_charts, sizing);
  const garment = join();
  assert.deepEqual(
    [garment.sizes[1], garment.is_chart_estimated, statedDimensions(garment)],
    [{ label: 'XXS' }, false, ['chest', 'waist', 'neck', 'sleeves']],
  );
  for (const more of [{ product_name: 'Short-sleeve shirt' }, { category: 't-shirt' as const }]) {
    assert.deepEqual(statedDimensions(join(more)), ['chest', 'waist', 'neck']);
  }
  assert.equal(join({ sizing: null }).sizes[0]!.body_cm, undefined);
  assert.ok(join({ sizing: null }, 'men').sizes[0]!.body_cm);
});

test('what the page itself states counts before the brand’s chart, for bodies and for the garment, by any name of a size', () => {
  const stated = (kind: 'body' | 'garment', chest: number) => ({
    kind,
    unit: 'cm' as const,
    title: 'Fit',
    sizes: [
      { label: 'UK 10', also: ['US 6'], cm: { chest: [chest, chest + 2] as [number, number] } },
      { label: 'UK 12', also: ['US 8'], cm: { chest: [chest + 4, chest + 6] as [number, number] } },
    ],
  });
  const garment = fittingGarment(
    {
      product_name: 'Blouse',
      product_url: 'https://shop.example/blouse',
      brand: 'J.Crew',
      category: 'shirt',
      sizing: 'women',
      fit: null,
      stretch: null,
      size_system: 'US',
      size_options: ['6', '8', '10'].map((label) => ({ label, is_available: null })),
      charts: [stated('garment', 100), stated('body', 86)],
    },
    all_size_charts,
  );
  assert.deepEqual(garment.sizes, [
    { label: '6', body_cm: { chest: [86, 88] }, garment_cm: { chest: 101 } },
    { label: '8', body_cm: { chest: [90, 92] }, garment_cm: { chest: 105 } },
    { label: '10' },
  ]);
});

test('a chart file that is not as described is refused', () => {
  const good = {
    brand: 'B',
    sizing: 'men',
    categories: ['shirt'],
    source: 's',
    is_estimated: false,
    unit: 'cm',
    sizes: [{ label: 'M', body: { chest: [90, 100] } }],
  };
  assert.ok(parseSizeChart(good));
  for (const bad of [
    { unit: 'mm' },
    { source: '' },
    { sizes: [] },
    { sizes: [{ label: 'M', body: { chest: [100, 90] } }] },
    { sizes: [{ label: 'M', body: { bust: [1, 2] } }] },
    { more: 1 },
  ]) {
    assert.throws(() => parseSizeChart({ ...good, ...bad }), JSON.stringify(bad));
  }
});
