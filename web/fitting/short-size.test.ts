import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortSize } from './short-size.ts';

test('sizes in words become letters, everything else stays', () => {
  const pairs = {
    Small: 'S',
    MEDIUM: 'M',
    'X-Large': 'XL',
    'xx small': 'XXS',
    'Extra Large': 'XL',
    '2X Large': '2XL',
    '32 Tall': '32 Tall',
    M: 'M',
    'Large Petite': 'Large Petite',
  };
  for (const [label, short] of Object.entries(pairs)) assert.equal(shortSize(label), short);
});
