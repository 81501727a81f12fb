import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choleskyFactor } from '#science/numerics/cholesky.ts';
import { shopper_size, bodyIndex } from './layout.ts';
import { populationBelief, populations, regressionOf } from './population.ts';

const none = { size: 0, covariance: new Float64Array() };

test('the prior is a proper Gaussian for women and men', () => {
  for (const sizing of ['women', 'men'] as const) {
    const { size, covariance } = populationBelief(sizing, null, { size: 2, covariance: Float64Array.of(2, 1, 1, 3) });
    const factor = choleskyFactor(covariance, size);
    for (let i = 0; i < size; i++) assert.ok(factor[i * (size + 1)]! > 0.1, `${sizing} ${i}`);
    assert.deepEqual([covariance[shopper_size * (size + 1)], covariance[shopper_size * (size + 1) + 1]], [2, 1]);
  }
});

test('given height and weight the prior predicts girths as its regression says', () => {
  const { mean } = populationBelief('men', null, none);
  const { constant, per_cm, per_kg } = regressionOf('men', 'waist');
  const { height, weight } = populations.men;
  assert.ok(Math.abs(mean[bodyIndex('waist')]! - (constant + per_cm * height.mean + per_kg * weight.mean)) < 1e-9);
});

test('waists grow with age at the same height and weight', () => {
  const waist = (age: number) => populationBelief('women', age, none).mean[bodyIndex('waist')]!;
  assert.ok(Math.abs(waist(60) - waist(30) - 3.6) < 1e-9);
});
