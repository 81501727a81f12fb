import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linearRow } from '#science/numerics/linear-row.ts';
import { tiltByInterval } from '#science/numerics/tilted-moments.ts';
import { type Doubtable, weighDoubts } from './weigh-doubts.ts';

const prior = { size: 1, mean: Float64Array.of(0), covariance: Float64Array.of(100) };
const around = (middle: number): Doubtable[] => [
  {
    row: linearRow([[0, 1]]),
    log_if_wrong: Math.log(1 / 5),
    tilt: (mean, variance) => tiltByInterval({ low: middle - 2, high: middle + 2, sd: 1, slip: 1 }, mean, variance),
  },
];
const blended = (garments: Doubtable[][]) => {
  const weighed = weighDoubts(prior, [], garments);
  const top = Math.max(...weighed.map(({ log_weight }) => log_weight));
  const weights = weighed.map(({ log_weight }) => Math.exp(log_weight - top));
  return weighed.reduce((sum, { belief }, i) => sum + weights[i]! * belief.mean[0]!, 0) / weights.reduce((sum, weight) => sum + weight, 0);
};

test('a garment that agrees with none of the others is set aside', () => {
  const [steady, torn] = [blended([around(5), around(5), around(5)]), blended([around(5), around(5), around(5), around(-25)])];
  assert.ok(Math.abs(steady - torn) < 0.5, `${steady} became ${torn}`);
});

test('garments that agree keep nearly all the weight together', () => {
  const garments = Array.from({ length: 6 }, () => around(5));
  assert.ok(
    weighDoubts(prior, [], garments)
      .slice(1)
      .every(({ log_weight }) => log_weight < weighDoubts(prior, [], garments)[0]!.log_weight - 2),
  );
});

test('of two that contradict each other neither is set aside', () => {
  assert.equal(weighDoubts(prior, [], [around(20), around(-20)]).length, 1);
});
