import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderSizes } from './order-sizes.ts';

test('letters come in wearing order, then numbers, then words', () => {
  const mixed = ['One size', '40', 'XL', '9.5', '10', 'xs', 'M', '2XL', '36', 'S', 'W30 L32', '32/34'].map((value) => ({ value }));
  assert.deepEqual(
    orderSizes(mixed).map(({ value }) => value),
    ['xs', 'S', 'M', 'XL', '2XL', '9.5', '10', '32/34', '36', '40', 'One size', 'W30 L32'],
  );
});
