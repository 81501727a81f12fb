import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeTrials } from '../outcome-model/sample-trials.ts';
import { trainOutcomeModel } from '../outcome-model/train-outcome-model.ts';
import { now, sampleGarment, sampleShopper, sampleTry } from '../size-model/sample-evidence.ts';
import { foretellFit } from './foretell-fit.ts';
import { learnOffsets } from './learn-offsets.ts';
import { size_model_form } from './learn-size-model.ts';
import { learning_schema, type LearningTrial, roomOfBody } from './to-trial.ts';

const made = makeTrials(400, 2).trials.map((trial): LearningTrial => ({
  ...trial,
  outcome: trial.outcome!,
  level: 2 * trial.outcome!,
  at: now,
  room: { mean: 0, variance: 1 },
  tolerance_cm: 3,
}));
const model = {
  form: size_model_form,
  offsets: learnOffsets(made),
  outcomes: trainOutcomeModel(made, learning_schema, { seed: 1 }),
  learned_until: now,
} as const;

test('each size has its own chance, whatever its label: numbers that are sorted as text or stand twice too', () => {
  const garment = sampleGarment({
    product_id: 'dress',
    sizes: ['00', '0', '2', '4', '2'].map((label, i) => ({ label, body_cm: { chest: [78 + 8 * i, 86 + 8 * i] } })),
  });
  const chances = foretellFit(model, sampleShopper({ body: { chest_cm: 82 } }), { garment, now });
  assert.deepEqual([...chances.keys()].toSorted(), ['0', '00', '2', '4']);
  const alone = sampleGarment({ product_id: 'dress', sizes: garment.sizes.slice(0, 4) });
  for (const [label, chance] of foretellFit(model, sampleShopper({ body: { chest_cm: 82 } }), { garment: alone, now }))
    assert.ok(Math.abs(chance - chances.get(label)!) < 0.2, label);
});

test('what was kept without a word counts as having fitted, as it does in training', () => {
  const garment = sampleGarment({ product_id: 'shirt' });
  const fitOf = (history: ReturnType<typeof sampleTry>[]) => foretellFit(model, sampleShopper({ history }), { garment, now }).get('M')!;
  const kept = { ...sampleTry('M', 'perfect'), fit_feedback: undefined, would_keep: true };
  assert.equal(fitOf([kept]), fitOf([sampleTry('M', 'perfect')]));
  assert.notEqual(fitOf([kept]), fitOf([{ ...kept, would_keep: undefined }]));
});

test('build is read: who calls themselves fuller at the chest needs more room than the same body without that word', () => {
  const told = { body: { height_cm: 178, weight_kg: 80 } };
  const roomOf = (build?: { chest: 1 | -1 }) => roomOfBody({ ...told, build }, sampleGarment(), now)!.rooms[2]!.mean;
  assert.ok(roomOf({ chest: 1 }) < roomOf() && roomOf() < roomOf({ chest: -1 }));
});
