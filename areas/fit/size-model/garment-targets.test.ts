import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SizeEvidence } from './evidence.ts';
import { garmentTargets } from './garment-targets.ts';
import { sampleGarment } from './sample-evidence.ts';

const read = (sizes: SizeEvidence[], name = 'chest') => {
  const { dimensions } = garmentTargets(sampleGarment({ sizes }), 'men');
  return dimensions.find((dimension) => dimension.name === name)!;
};

test('a chart gives the middle of each range, and a size without one the usual step from its neighbour', () => {
  const { targets_cm, basis } = read([
    { label: 'S', body_cm: { chest: [86, 94] } },
    { label: 'M', body_cm: { chest: [98, 98] } },
    { label: 'L' },
  ]);
  assert.equal(basis, 'chart');
  assert.deepEqual(targets_cm, [90, 98, 106]);
});

test('a measured garment without chart is the body it suits at its design ease', () => {
  const { targets_cm, design_cm, aligned_to } = read([{ label: 'M', garment_cm: { chest: 110 } }]);
  assert.equal(aligned_to, 'cut');
  assert.equal(targets_cm[0], 110 - design_cm);
});

test('with both, steps come from the garment, the level from the chart, and the extra ease is told', () => {
  const { targets_cm, extra_ease, design_cm } = read([
    { label: 'M', body_cm: { chest: [94, 102] }, garment_cm: { chest: 110 } },
    { label: 'L', body_cm: { chest: [102, 110] }, garment_cm: { chest: 114 } },
  ]);
  assert.deepEqual(targets_cm, [100, 104]);
  assert.ok(Math.abs(extra_ease!.cm - (10 - design_cm)) < 1e-12);
});

test('figures that are no numbers are as good as absent', () => {
  const { basis, targets_cm } = read([{ label: 'M', body_cm: { chest: [NaN, 102] }, garment_cm: { chest: Infinity } }]);
  assert.equal(basis, 'imputed');
  assert.ok(targets_cm.every(Number.isFinite));
});
