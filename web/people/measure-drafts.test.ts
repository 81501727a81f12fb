import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDrafts, convertDrafts } from './measure-drafts.ts';

const cm = { units: 'cm' as const, sure_of: [] };

test('what is read is sent in cm and kg, and an emptied field is forgotten', () => {
  const drafts = { chest_cm: '96', weight_kg: '', height_cm: `5'10"` };
  assert.deepEqual(checkDrafts(drafts, cm), { body: { chest_cm: 96, weight_kg: null, height_cm: 177.8 }, troubles: {} });
});

test('a mix-up is asked back and not sent, until the shopper is sure', () => {
  const asked = checkDrafts({ chest_cm: '38' }, cm);
  assert.deepEqual(asked.body, {});
  assert.equal(asked.troubles.chest_cm?.kind, 'mix_up');
  assert.deepEqual(checkDrafts({ chest_cm: '38' }, { ...cm, sure_of: ['chest_cm'] }), { body: { chest_cm: 38 }, troubles: {} });
  assert.deepEqual(checkDrafts({ chest_cm: '38 cm' }, cm).body, { chest_cm: 38 });
});

test('a weight is judged by the height beside it, told or kept, in whatever order', () => {
  const asked = checkDrafts({ weight_kg: '180', height_cm: '178' }, cm);
  assert.deepEqual(asked.body, { height_cm: 178 });
  assert.deepEqual(asked.troubles.weight_kg, { kind: 'mix_up', mix_up: { value: 81.6, unit: 'lb', about: 'unit' } });
  assert.equal(checkDrafts({ weight_kg: '65' }, { units: 'in', sure_of: [], kept: { height_cm: 170 } }).troubles.weight_kg?.kind, 'mix_up');
  assert.deepEqual(checkDrafts({ weight_kg: '65 lb' }, { units: 'in', sure_of: [], kept: { height_cm: 170 } }).body, { weight_kg: 29.5 });
  assert.deepEqual(checkDrafts({ weight_kg: '180' }, { ...cm, sure_of: ['weight_kg'], kept: { height_cm: 178 } }).body, { weight_kg: 180 });
});

test('a height in question is judged as what was probably meant', () => {
  const { troubles } = checkDrafts({ weight_kg: '75', height_cm: '5.10' }, cm);
  assert.deepEqual(Object.keys(troubles), ['height_cm']);
});

test('what cannot be read is never sent', () => {
  assert.deepEqual(checkDrafts({ waist_cm: 'slim' }, cm), { body: {}, troubles: { waist_cm: { kind: 'unreadable' } } });
});

test('changing the units keeps what was typed, in the numbers of its language', () => {
  assert.deepEqual(
    convertDrafts(
      { chest_cm: '38', waist_cm: 'slim', hip_cm: '' },
      { from: 'in', to: 'cm', write: (value) => String(value).replace('.', ',') },
    ),
    {
      chest_cm: '96,5',
      waist_cm: 'slim',
      hip_cm: '',
    },
  );
});
