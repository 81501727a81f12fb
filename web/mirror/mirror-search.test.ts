import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onMannequin, readMirrorSearch, toggleItem, wishesOf } from './mirror-search.ts';

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

test('an address says what to put on; what makes no sense is left out', () => {
  assert.deepEqual(readMirrorSearch({ items: id(1), product: 'shirt', color: 'Navy', photo: id(9) }), { items: [id(1)], photo: id(9) });
  assert.deepEqual(readMirrorSearch({ items: [id(1), id(1), '../me', 4], product: id(2), color: ' Navy ' }), {
    items: [id(1)],
    product: id(2),
    color: 'Navy',
  });
  assert.deepEqual(readMirrorSearch({}), {});
});

test('no more garments are asked for than the server takes', () => {
  const many = Array.from({ length: 20 }, (_, n) => id(n));
  assert.equal(wishesOf(readMirrorSearch({ items: many })).length, 8);
  assert.equal(wishesOf(readMirrorSearch({ items: many, product: id(50) })).length, 8);
});

test('a product comes first, in its colour', () => {
  assert.deepEqual(wishesOf({ items: [id(1)], product: id(2), color: 'Navy' }), [{ id: id(2), color: 'Navy' }, id(1)]);
  assert.deepEqual(wishesOf({ product: id(2) }), [id(2)]);
});

test('a mannequin stands in only where no photo is named', () => {
  assert.deepEqual(readMirrorSearch({ mannequin: 'standing' }), { mannequin: 'standing' });
  assert.deepEqual(readMirrorSearch({ mannequin: 'standing', photo: id(9) }), { photo: id(9) });
  assert.deepEqual(readMirrorSearch({ mannequin: 'sitting' }), {});
  assert.deepEqual(onMannequin({ photo: id(9), items: [id(1)] }), { items: [id(1)], mannequin: 'standing' });
});

test('a garment is put on and taken off, and an address without garments names none', () => {
  const worn = toggleItem({ photo: id(9) }, id(1));
  assert.deepEqual(worn, { photo: id(9), items: [id(1)] });
  assert.deepEqual(toggleItem(worn, id(1)), { photo: id(9) });
});
