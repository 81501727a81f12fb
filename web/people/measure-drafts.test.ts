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
