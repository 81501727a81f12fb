import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';
import { fitOrdinalEffects, levelProbabilities } from './ordinal-effects.ts';
import { seededRandom } from './seeded-random.ts';

const random = seededRandom(5);
const normal = () => normalQuantile(1e-9 + random() * (1 - 2e-9));
const [groups, rows] = [60, 6000];
const truth = Array.from({ length: groups }, () => 0.8 * normal());
const slope = 0.6;
const index = Int32Array.from({ length: rows }, () => Math.floor(random() * groups));
const weight = Float64Array.from({ length: rows }, normal);
const outcomes = Uint8Array.from(index, (group, row) => {
  const score = truth[group]! + slope * weight[row]! + normal();
  return score < -1 ? 0 : score < 0.7 ? 1 : 2;
});
const fit = fitOrdinalEffects(
  {
    outcomes,
    levels: 3,
    groups: [
      { index, size: groups, variance: 0.1, is_learned: true },
      { index: new Int32Array(rows), weight, size: 1, variance: 1, is_learned: false },
    ],
  },
  80,
);

describe('ordinal effects', () => {
  test('find the effects, the slope and the cuts that made the outcomes', () => {
    const misses = truth.map((effect, group) => fit.means[0]![group]! - effect);
    const shift = misses.reduce((sum, miss) => sum + miss, 0) / groups;
    assert.ok(Math.sqrt(misses.reduce((sum, miss) => sum + (miss - shift) ** 2, 0) / groups) < 0.2);
    assert.ok(Math.abs(fit.means[1]![0]! - slope) < 0.06, `slope ${fit.means[1]![0]}`);
    assert.ok(Math.abs(fit.cuts[1]! - fit.cuts[0]! - 1.7) < 0.1, `cuts ${fit.cuts.join(' ')}`);
    assert.ok(Math.abs(Math.sqrt(fit.prior_variances[0]!) - 0.8) < 0.2, `spread ${Math.sqrt(fit.prior_variances[0]!)}`);
  });

  test('one answer under a known prior moves the mean nearly as Bayes says: mean-field falls a tenth short', () => {
    // Reference: E[s | s + e > 0], s ~ N(0, 1), e ~ N(0, 1) is 1 / sqrt(pi).
    const { means } = fitOrdinalEffects(
      {
        outcomes: Uint8Array.from([1]),
        levels: 2,
        groups: [{ index: Int32Array.from([0]), size: 1, variance: 1, is_learned: false }],
        cuts: Float64Array.from([0]),
      },
      50,
    );
    assert.ok(Math.abs(means[0]![0]! - 1 / Math.sqrt(Math.PI)) < 0.06, `${means[0]![0]}`);
  });

  test('an effect that no row touches keeps its prior', () => {
    const untouched = fitOrdinalEffects(
      {
        outcomes: Uint8Array.from([0, 1]),
        levels: 2,
        groups: [{ index: Int32Array.from([0, -1]), size: 2, variance: 0.3, is_learned: false }],
      },
      5,
    );
    assert.equal(untouched.means[0]![1], 0);
    assert.ok(Math.abs(untouched.variances[0]![1]! - 0.3) < 1e-12);
  });

  test('chances of the levels add up to one and widen with doubt', () => {
    const cuts = Float64Array.from([-1, 1]);
    const sure = levelProbabilities(0, 0, cuts);
    const unsure = levelProbabilities(0, 3, cuts);
    assert.ok(Math.abs(sure.reduce((sum, each) => sum + each, 0) - 1) < 1e-12);
    assert.ok(Math.abs(sure[0]! - normalCdf(-1)) < 1e-12 && unsure[0]! > sure[0]!);
  });

  test('cuts cannot come from nothing', () =>
    assert.throws(() => fitOrdinalEffects({ outcomes: new Uint8Array(), levels: 3, groups: [] }, 1), RangeError));
});
