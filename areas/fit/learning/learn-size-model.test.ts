import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { sampleGarment } from '../size-model/sample-evidence.ts';
import { learnOffsets } from './learn-offsets.ts';
import { areOffsetsWorse, learnSizeModel } from './learn-size-model.ts';
import { type ToldTry, toTrials } from './to-trial.ts';

const random = seededRandom(6);
const garments = ['one', 'two', 'three'].map((product_id) => sampleGarment({ product_id, brand: product_id }));
const start = Date.parse('2026-01-01');

/** Tries a day apart; `runs` says by how many steps a garment is felt smaller than it is. */
const tries = (count: number, from_day: number, runs = 0): ToldTry[] =>
  Array.from({ length: count }, (_, i) => {
    const garment = garments[Math.floor(random() * garments.length)]!;
    const level = Math.max(0, Math.min(4, Math.round(2 + (random() - 0.5) * 3 - runs)));
    const at = new Date(start + (from_day + i) * 86_400_000);
    return {
      profile_id: `p${i % 40}`,
      product_id: garment.product_id!,
      size: 'M',
      level,
      at,
      body: { chest_cm: 92 + 12 * random() },
      garment,
    };
  });
const learn = (known: ToldTry[], in_use: Parameters<typeof learnSizeModel>[0]['in_use'] = null) =>
  learnSizeModel({ tries: known, in_use, seed: 1, tuning_rounds: 0 });

const old = tries(200, 0);
const first = learn(old);

test('the first is measured on the newest tenth, against the size model alone', () => {
  assert.deepEqual([first.figures.trial_count, first.figures.held_out_count], [200, 20]);
  assert.equal(first.model.learned_until.getTime(), Math.max(...old.map(({ at }) => at.getTime())));
});

test('what is in use is measured only on what came after it learned, never on what it has seen', () => {
  const since = learn([...old, ...tries(300, 200)], first.model);
  assert.deepEqual([since.figures.trial_count, since.figures.held_out_count], [500, 50]);
  const hardly = learn([...old, ...tries(40, 200)], { ...first.model, learned_until: new Date(start + 235 * 86_400_000) });
  assert.equal(hardly.figures.held_out_count, 24, 'too few are unseen: the newest tenth against the size model alone');
});

test('outcomes of another kind than before are refused as drifted', () => {
  const turned = learn([...tries(300, 0, 2), ...tries(40, 300, -2)]);
  assert.equal(turned.refused_because, 'drifted');
});

test('what was learned from outcomes that say the opposite is worse than what is in use, and refused', () => {
  /** The first garment runs small and the third large, or the other way round. */
  const turned = (count: number, from_day: number, way: 1 | -1): ToldTry[] =>
    tries(count, from_day).map((told) => ({
      ...told,
      level: Math.max(0, Math.min(4, 2 + way * 2 * (garments.indexOf(told.garment) - 1))),
    }));
  const good = learn(turned(300, 0, 1)).model;
  const poisoned = learn([...turned(450, 300, -1), ...turned(50, 750, 1)], good);
  assert.equal(poisoned.refused_because, 'worse');
  assert.ok(poisoned.figures.log_loss > poisoned.figures.baseline_log_loss);
});

test('offsets that help beside none are refused all the same when those in use were better on what neither has seen', () => {
  const felt = (way: number) => (told: ToldTry) => ({ ...told, level: 2 + way * (garments.indexOf(told.garment) - 1) });
  const held_out = toTrials(tries(60, 600).map(felt(2)));
  const [weak, right] = [
    toTrials([...tries(200, 0).map(felt(2)), ...tries(170, 0).map(felt(-2))]),
    toTrials(tries(370, 0).map(felt(2))),
  ].map(learnOffsets);
  const in_use = { ...first.model, offsets: right!, learned_until: new Date(start + 400 * 86_400_000) };
  assert.equal(areOffsetsWorse(weak!, held_out, null), false);
  assert.equal(areOffsetsWorse(weak!, held_out, in_use), true);
  assert.equal(areOffsetsWorse(right!, held_out, in_use), false);
});

test('the same tries in any order give the same model', () => {
  assert.deepEqual(learn(old.toReversed()).figures, first.figures);
});
