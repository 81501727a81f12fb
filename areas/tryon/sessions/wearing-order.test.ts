import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categories, type Category } from '#contract/garment-kinds.ts';
import { findClash, wearingOf } from './wearing-order.ts';

const clashOf = (...kinds: Category[]) => findClash(kinds.map((category) => ({ category })));

test('what is worn together is found to clash exactly when two take the same place', () => {
  for (const kinds of [
    ['trousers', 't-shirt', 'knitwear', 'jacket', 'coat'],
    ['dress', 'knitwear', 'coat'],
    ['skirt', 'shirt'],
  ] satisfies Category[][])
    assert.equal(clashOf(...kinds), undefined, kinds.join());
  for (const [kinds, clash] of [
    [
      ['jeans', 'shorts'],
      [0, 1],
    ],
    [
      ['shirt', 'skirt', 'dress'],
      [0, 2],
    ],
    [
      ['t-shirt', 'jacket', 'shirt'],
      [0, 2],
    ],
  ] satisfies [Category[], number[]][])
    assert.deepEqual(clashOf(...kinds), clash, kinds.join());
});

test('what cannot be tried on has no place on a body, and coats lie over jackets', () => {
  const missing = categories.filter((category) => !wearingOf(category));
  assert.deepEqual(missing, ['other', 'shoes', 'bag', 'accessory']);
  const layers = (['jeans', 'shirt', 'knitwear', 'jacket', 'coat'] as const).map((category) => wearingOf(category)!.layer);
  assert.deepEqual(layers, [0, 1, 2, 3, 4]);
});
