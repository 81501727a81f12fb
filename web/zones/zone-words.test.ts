import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FitZone } from '#contract/fit-zones.ts';
import en from '#web/messages/en.json' with { type: 'json' };
import { createTranslate } from '#web/messages/translate.ts';
import { basisText, rangeText, whyTexts } from './zone-words.ts';

const t = createTranslate('en-GB', en);
const now = new Date(2026, 5, 1);
const zone = (changes: Partial<FitZone>): FitZone => ({
  kind: 'knitwear',
  name: 'chest',
  low_cm: 101.3,
  high_cm: 109.4,
  basis: 'learned',
  learned_from: 0,
  why: [],
  ...changes,
});
const worn = (category: 'knitwear' | 'shirt', count: number, felt_small = 0) =>
  ({ code: 'worn', category, count, felt_small, felt_right: count - felt_small, felt_large: 0 }) as const;

test('a range is as exact as we know it: whole where it was worked out, to the mark where it was set', () => {
  assert.equal(rangeText(t, zone({}), { units: 'cm', basis: 'learned' }), '101 to 109 cm');
  assert.equal(rangeText(t, zone({}), { units: 'cm', basis: 'guessed' }), 'about 101 to 109 cm');
  assert.equal(rangeText(t, { low_cm: 101.5, high_cm: 109 }, { units: 'cm', basis: 'set' }), '101.5 to 109 cm');
  assert.equal(rangeText(t, { low_cm: 100.97, high_cm: 109.22 }, { units: 'in', basis: 'set' }), '39.75 to 43 in');
});

test('one line says where a zone comes from', () => {
  const said = (changes: Partial<FitZone>) => basisText(t, zone(changes), now);
  assert.equal(said({ learned_from: 6, why: [worn('knitwear', 6)] }), 'Learned from 6 sweaters');
  assert.equal(said({ learned_from: 3, why: [worn('knitwear', 2), worn('shirt', 1)] }), 'Learned from 3 garments');
  assert.equal(said({ basis: 'guessed', learned_from: 1, why: [worn('shirt', 1)] }), 'Guessed from 1 shirt');
  const from_height = { code: 'body_estimated', value_cm: 98, from: 'height' } as const;
  assert.equal(said({ basis: 'guessed', why: [from_height] }), 'Guessed from your height');
  assert.equal(said({ basis: 'guessed', why: [{ code: 'body_measured', value_cm: 98 }] }), 'Guessed from the chest you measured');
  assert.equal(said({ basis: 'guessed', why: [{ ...from_height, from: 'population' }] }), 'What most people like');
  assert.equal(said({ basis: 'set', set_at: now.toISOString() }), 'Set by you today');
  assert.equal(said({ basis: 'set', set_at: new Date(2026, 2, 9).toISOString() }), 'Set by you in March');
  assert.equal(said({ basis: 'set', set_at: new Date(2025, 2, 9).toISOString() }), 'Set by you in March 2025');
});

test('reasons are sentences with their figures, in the units that are read', () => {
  const why: FitZone['why'] = [
    worn('knitwear', 3, 1),
    { code: 'body_measured', value_cm: 96 },
    { code: 'room', low_cm: -2, high_cm: 5 },
    { code: 'taste', beyond_usual_cm: -2 },
  ];
  assert.deepEqual(whyTexts(t, zone({ why, without_your_word: { low_cm: 98, high_cm: 104, basis: 'guessed' } }), 'cm').slice(1), [
    '3 sweaters: 2 felt right here and 1 felt small.',
    'The body there, measured: 96 cm.',
    'That is from 2 cm under the body to 5 over it.',
    'About 2 cm closer than most people like it.',
    'Without your word we would say about 98 to 104 cm.',
  ]);
  assert.equal(whyTexts(t, zone({ why: [{ code: 'room', low_cm: 5, high_cm: 10 }] }), 'in')[1], 'That leaves 2 to 4 in of room.');
});
