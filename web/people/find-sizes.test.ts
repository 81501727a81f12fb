import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Brand } from '#contract/catalog.ts';
import { findSizes } from './find-sizes.ts';

const brands: Brand[] = [
  {
    id: '1',
    name: 'J.Crew',
    charts: [
      { sizing: 'women', categories: ['knitwear'], sizes: ['XXS', 'S', 'M'], is_estimated: false },
      { sizing: 'men', categories: ['knitwear', 'shirt'], sizes: ['S', 'M', 'L'], is_estimated: false },
      { sizing: 'men', categories: ['knitwear'], sizes: ['L', 'L Tall'], is_estimated: false },
    ],
  },
];

test('the sizes come from the chart of that brand, kind and sizing, each once', () => {
  assert.deepEqual(findSizes(brands, { brand: ' j.crew ', category: 'knitwear', sizing: 'men' }), {
    sizes: ['S', 'M', 'L', 'L Tall'],
    sizing: 'men',
    has_both: true,
  });
  assert.deepEqual(findSizes(brands, { brand: 'J.Crew', category: 'shirt', sizing: null }), {
    sizes: ['S', 'M', 'L'],
    sizing: 'men',
    has_both: false,
  });
});

test('an unknown brand or kind gives no sizes, so that the label is typed', () => {
  for (const asked of [
    { brand: 'Unknown', category: 'shirt' },
    { brand: 'J.Crew', category: 'coat' },
    { brand: '', category: 'shirt' },
  ] as const) {
    assert.deepEqual(findSizes(brands, { ...asked, sizing: null }).sizes, []);
  }
});
