import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertGarmentDrafts, readGarmentDrafts } from './garment-measures.ts';

const cm = { units: 'cm', kept: {}, sure_of: [] } as const;

test('what is typed replaces what is kept, an emptied place is forgotten, the rest stays', () => {
  const kept = { chest: 110, length: 74, sleeves: 80 };
  const { garment_cm, troubles } = readGarmentDrafts({ chest: '112,5', length: ' ' }, { ...cm, kept });
  assert.deepEqual([garment_cm, troubles], [{ chest: 112.5, sleeves: 80 }, {}]);
});

test('a chest measured flat or in inches is asked about with both readings, and kept by whoever is sure', () => {
  const odd = { kind: 'odd', about: 'small', meant_cm: [88, 111.8] };
  assert.deepEqual(readGarmentDrafts({ chest: '44' }, cm), { garment_cm: {}, troubles: { chest: odd } });
  assert.deepEqual(readGarmentDrafts({ chest: '44' }, { ...cm, sure_of: ['chest'] }).garment_cm, { chest: 44 });
});

test('who measures in inches is not asked whether inches were meant, but whether it lay flat or was in centimetres', () => {
  const inches = { ...cm, units: 'in' } as const;
  assert.deepEqual(readGarmentDrafts({ chest: '44' }, inches).garment_cm, { chest: 111.8 });
  assert.deepEqual(readGarmentDrafts({ chest: '22' }, inches).troubles.chest, { kind: 'odd', about: 'small', meant_cm: [111.8] });
  assert.deepEqual(readGarmentDrafts({ chest: '112' }, inches).troubles.chest, { kind: 'odd', about: 'large', meant_cm: [112] });
});

test('what is no number is a trouble, and what was typed keeps its meaning in other units', () => {
  assert.deepEqual(readGarmentDrafts({ length: 'long' }, cm).troubles, { length: { kind: 'unreadable' } });
  const write = (value: number) => String(value);
  assert.deepEqual(convertGarmentDrafts({ chest: '112', length: 'long' }, 'cm', { to: 'in', write }), { chest: '44.1', length: 'long' });
});
