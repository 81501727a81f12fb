import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countChosen, readShopSearch, toggled } from './shop-search.ts';

test('an address that makes no sense shows everything, and never fails', () => {
  const nonsense = {
    q: ['a', 'b'],
    category: 'hat',
    size: { x: 1 },
    sizing: 'cats',
    price_min_minor: '-3',
    price_max_minor: '1e99',
    sort: 'best',
  };
  assert.deepEqual(readShopSearch(nonsense), {});
});

test('one list has one address: the usual order, repeats and empty words are left out', () => {
  assert.deepEqual(readShopSearch({ q: '  ', size: ['M', 'M', ''], category: 'dress', sort: 'new' }), { size: ['M'], category: ['dress'] });
});

test('a price that is turned round has no upper end', () => {
  assert.deepEqual(readShopSearch({ price_min_minor: '9000', price_max_minor: '100' }), { price_min_minor: 9000 });
});

test('choosing twice takes back, and leaves the other choices alone', () => {
  const once = toggled({ q: 'wool', size: ['S'] }, 'size', 'M');
  assert.deepEqual(once, { q: 'wool', size: ['S', 'M'] });
  assert.deepEqual(toggled(once, 'size', 'M'), { q: 'wool', size: ['S'] });
  assert.deepEqual(toggled({ size: ['S'] }, 'size', 'S'), {});
});

test('choices are counted, a price range as one, words and order as none', () => {
  assert.equal(countChosen({ q: 'x', sort: 'name', size: ['S', 'M'], sizing: 'men', price_min_minor: 1, price_max_minor: 2 }), 4);
});
