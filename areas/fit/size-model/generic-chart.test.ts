import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GarmentEvidence } from './evidence.ts';
import { genericBodies } from './generic-chart.ts';
import { sampleGarment } from './sample-evidence.ts';

const bodies = (labels: string[], changes: Partial<GarmentEvidence> = {}, sizing: 'men' | 'women' = 'men') =>
  genericBodies(sampleGarment({ ...changes, sizes: labels.map((label) => ({ label })) }), sizing);

test('letters, however written, are read by their chest', () => {
  assert.deepEqual(
    bodies(['XXL', '2XL', 'm', 'L / Large']).map(({ chest }) => chest),
    [123.5, 123.5, 99, 107],
  );
});

test('trousers by the inch are read by their waist, US numbers by their bust', () => {
  const [jeans] = bodies(['32x30'], { category: 'jeans' });
  assert.ok(Math.abs(jeans!.waist! - (32 * 2.54 + 2)) < 1e-9);
  assert.ok(Math.abs(bodies(['8'], { category: 'dress' }, 'women')[0]!.chest! - 92.7) < 1e-9);
});

test('labels that say nothing are spread by their place', () => {
  const [one, two, three] = bodies(['petit', 'moyen', 'grand']).map(({ chest }) => chest!);
  assert.ok(one! < two! && two! < three!);
});
