import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overallDimensions, verdictOf } from './fit-scale.ts';
import { garmentTargets } from './garment-targets.ts';
import { kindOf } from './garment-kind.ts';
import { sampleGarment } from './sample-evidence.ts';

test('the verdict changes exactly at the lines of the seam gauge', () => {
  const cases = [
    [-1.71, 'tight'],
    [-1.7, 'snug'],
    [-1.01, 'snug'],
    [-1, 'just_right'],
    [1, 'just_right'],
    [1.01, 'relaxed'],
    [1.8, 'relaxed'],
    [1.81, 'loose'],
  ] as const;
  for (const [z, verdict] of cases) assert.equal(verdictOf(z), verdict, String(z));
});

test('the shares of "overall" times their tolerances add up to one, lengths left out', () => {
  const parts = overallDimensions(garmentTargets(sampleGarment(), 'men'));
  const total = parts.reduce((sum, { dimension, share }) => sum + share * kindOf('shirt').dimensions[dimension.name]!.tolerance_cm, 0);
  assert.ok(Math.abs(total - 1) < 1e-12);
  assert.ok(!parts.some(({ dimension }) => dimension.name === 'sleeves'));
});
