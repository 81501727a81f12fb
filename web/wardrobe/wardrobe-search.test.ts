import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWardrobeSearch, toWardrobeQuery } from './wardrobe-search.ts';

test('what an address says of the wardrobe is read, and what makes no sense is left out', () => {
  const said = { q: ' linen ', category: 'shirt', color: 'navy', shows: 'wash_due' };
  assert.deepEqual(readWardrobeSearch(said), { ...said, q: 'linen' });
  assert.deepEqual(readWardrobeSearch({ q: 7, category: 'hat', color: '', shows: 'all', more: '<script>' }), {});
});

test('reading what was read changes nothing', () => {
  const search = readWardrobeSearch({ q: 'a'.repeat(500), color: 'b'.repeat(90) });
  assert.deepEqual(readWardrobeSearch({ ...search }), search);
});

test('the archive is a shelf of its own, and what is worn leaves it out', () => {
  assert.equal(toWardrobeQuery({ shows: 'archived' }).shelf, 'archived');
  assert.deepEqual(toWardrobeQuery({ shows: 'never_worn', color: 'navy' }), {
    shelf: 'worn',
    is_never_worn: 'true',
    color: 'navy',
    limit: 60,
  });
});
