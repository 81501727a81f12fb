import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizeAdvice } from '#contract/fit.ts';
import { adviseSize } from './advise.ts';
import { labels, now, sampleGarment, sampleShopper, sampleTry } from './sample-evidence.ts';

const measured = sampleGarment({
  sizes: labels.map((label, i) => ({
    label,
    body_cm: { chest: [78 + 8 * i, 86 + 8 * i] },
    garment_cm: { chest: 93 + 8 * i, length: 70 + i, sleeves: 84 + 1.5 * i },
  })),
});
const learned = sampleShopper({ body: { chest_cm: 98 }, history: [1, 2, 3].map(() => sampleTry('M', 'perfect')) });
const advice = adviseSize(learned, measured, now);
const chest = advice.dimensions.find(({ name }) => name === 'chest')!;

test('an advice with ids is what the contract promises', () => {
  const parsed = sizeAdvice.safeParse({
    advice_id: '01980000-0000-7000-8000-000000000001',
    session_id: '01980000-0000-7000-8000-000000000002',
    ...advice,
  });
  assert.ok(parsed.success, JSON.stringify(parsed.error?.issues));
});

test('only what the shop states is described; what is derived from it is not', () => {
  assert.deepEqual(advice.dimensions.map(({ name }) => name).sort(), ['chest', 'length', 'sleeves']);
  assert.equal(advice.dimensions.find(({ name }) => name === 'length')!.body_cm, undefined);
});

test('three chances add up to one for every size, and larger sizes are less likely too small', () => {
  for (const { sizes } of advice.dimensions) {
    for (const { p_too_small, p_good, p_too_large } of Object.values(sizes))
      assert.ok(Math.abs(p_too_small + p_good + p_too_large - 1) < 1e-9);
  }
  const small = labels.map((label) => chest.sizes[label]!.p_too_small);
  assert.deepEqual(
    small,
    [...small].sort((a, b) => b - a),
  );
});

test('the verdict says where the garment lies in the zone, and zones touch each other', () => {
  const { zone, sizes } = chest;
  assert.equal(zone.tight[1], zone.good[0]);
  assert.equal(zone.good[1], zone.relaxed[0]);
  for (const { garment_cm, verdict } of Object.values(sizes)) {
    const is_inside = garment_cm >= zone.good[0] && garment_cm <= zone.good[1];
    assert.equal(verdict === 'just_right', is_inside, `${garment_cm} is ${verdict} in ${zone.good.join(' to ')}`);
    if (garment_cm < zone.tight[0]) assert.equal(verdict, 'tight');
    if (garment_cm > zone.relaxed[1]) assert.equal(verdict, 'loose');
  }
});

test('solid and basted: what is measured, learned or guessed is said to be so', () => {
  assert.deepEqual([chest.garment_basis, chest.body_basis, chest.zone_basis, chest.body_cm], ['measured', 'measured', 'learned', 98]);
  assert.equal(advice.dimensions.find(({ name }) => name === 'length')!.zone_basis, 'guessed', 'nobody spoke of the length');
  const guessed = adviseSize(sampleShopper({ body: { height_cm: 180 } }), sampleGarment(), now).dimensions[0]!;
  assert.deepEqual([guessed.garment_basis, guessed.body_basis, guessed.zone_basis], ['chart', 'estimated', 'guessed']);
});

test('feedback at the chest moves the zone where it should', () => {
  const centre = (said: 'slightly_small' | 'slightly_large') => {
    const history = [1, 2, 3].map(() => sampleTry('M', said, { fit_feedback: { overall: said, chest: said } }));
    const [low, high] = adviseSize(sampleShopper({ body: { chest_cm: 98 }, history }), measured, now).dimensions.find(
      ({ name }) => name === 'chest',
    )!.zone.good;
    return (low + high) / 2;
  };
  assert.ok(centre('slightly_small') > centre('slightly_large') + 2);
});
