import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countChosen, isFromForm, readShopSearch, toQuery, toggled } from './shop-search.ts';

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

test('a form without scripts comes to the same address as the app: empty fields and the usual order say nothing', () => {
  const sent = { q: '', sizing: '', sort: 'new', category: 'dress', currency: 'EUR', price_from: '', price_to: '' };
  assert.ok(isFromForm(sent));
  assert.deepEqual(readShopSearch(sent), { category: ['dress'] });
  assert.ok(!isFromForm({ category: 'dress', sort: 'name' }));
});

test('a form’s prices are whole units of its currency; of a currency that is none they mean nothing', () => {
  const sent = { currency: 'EUR', price_from: '50', price_to: '120' };
  assert.deepEqual(readShopSearch(sent), { price_min_minor: 5000, price_max_minor: 12_000, currency: 'EUR' });
  assert.deepEqual(readShopSearch({ ...sent, currency: 'JPY' }), { price_min_minor: 50, price_max_minor: 120, currency: 'JPY' });
  assert.deepEqual(readShopSearch({ ...sent, currency: 'euro' }), {});
  assert.deepEqual(readShopSearch({ ...sent, price_from: '1e9', price_to: '-2' }), {});
  assert.ok(isFromForm(sent));
});

test('where a list goes on belongs to that list: another choice begins at its start, and the API is told by its own word', () => {
  assert.deepEqual(readShopSearch({ after: 'abc', sort: 'name' }), { after: 'abc', sort: 'name' });
  assert.deepEqual(readShopSearch({ after: 'x'.repeat(601) }), {});
  assert.deepEqual(toggled({ after: 'abc' }, 'size', 'M'), { size: ['M'] });
  assert.deepEqual(toQuery({ after: 'abc' }), { limit: 12 });
});
