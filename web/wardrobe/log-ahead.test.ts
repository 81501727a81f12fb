import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item } from '#contract/wardrobe.ts';
import { daysAhead, logAhead } from './log-ahead.ts';

const shirt = {
  price_minor: 9000,
  worn_count: 2,
  worn_since_wash: 1,
  last_worn_on: '2026-05-03',
  last_washed_on: '2026-05-01',
  is_wash_due: true,
  cost_per_wear_minor: 4500,
} as Item;

test('a wear counts at once, a day only once, and before the wash not since it', () => {
  const worn = logAhead(shirt, { did: 'worn', on: '2026-05-04' });
  assert.deepEqual([worn.worn_count, worn.worn_since_wash, worn.last_worn_on, worn.cost_per_wear_minor], [3, 2, '2026-05-04', 3000]);
  assert.deepEqual(logAhead(shirt, { did: 'worn', on: '2026-05-03' }), shirt);
  const before = logAhead(shirt, { did: 'worn', on: '2026-04-20' });
  assert.deepEqual([before.worn_count, before.worn_since_wash, before.last_worn_on], [3, 1, '2026-05-03']);
});

test('a wear that is taken back counts no more', () => {
  const undone = logAhead(shirt, { did: 'worn', on: '2026-05-03', log_id: 'w' });
  assert.deepEqual([undone.worn_count, undone.worn_since_wash, undone.last_worn_on, undone.cost_per_wear_minor], [1, 0, null, 9000]);
});

test('a wash makes fresh what was worn until its day, and no more', () => {
  const washed = logAhead(shirt, { did: 'washed', on: '2026-05-03' });
  assert.deepEqual([washed.worn_since_wash, washed.is_wash_due, washed.last_washed_on], [0, false, '2026-05-03']);
  const before = logAhead(shirt, { did: 'washed', on: '2026-05-02' });
  assert.deepEqual([before.worn_since_wash, before.is_wash_due, before.last_washed_on], [1, true, '2026-05-02']);
});

test('the calendar shows a note at once, and is without one that is taken back', () => {
  const days = { wears: [{ id: 'w', item_id: 'i', worn_on: '2026-05-03' }], washes: [] };
  assert.deepEqual(daysAhead(days, 'i', { did: 'washed', on: '2026-05-03' }).washes, [{ id: '', item_id: 'i', washed_on: '2026-05-03' }]);
  assert.deepEqual(daysAhead(days, 'i', { did: 'worn', on: '2026-05-03', log_id: 'w' }).wears, []);
});
