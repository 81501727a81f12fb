import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankCanvas } from '../imaging/draw-mesh.ts';
import { castShade } from './cast-shade.ts';

test('skin is darker beside cloth, less so further off, and not at all far away', () => {
  const canvas = blankCanvas({ width: 200, height: 80 });
  for (let y = 0; y < 80; y++) for (let x = 0; x < 60; x++) canvas.data[(y * 200 + x) * 4 + 3] = 1;
  const shade = castShade(canvas, 250);
  const at = (x: number): number => shade(40 * 200 + x);
  assert.ok(at(62) < 0.9);
  assert.ok(at(62) < at(70) && at(70) < at(80));
  assert.equal(Math.round(at(150) * 1000), 1000);
});

test('shade falls down: below a hem it is darker than as far above cloth', () => {
  const canvas = blankCanvas({ width: 80, height: 200 });
  for (let y = 90; y < 110; y++) for (let x = 0; x < 80; x++) canvas.data[(y * 80 + x) * 4 + 3] = 1;
  const shade = castShade(canvas, 250);
  assert.ok(shade(116 * 80 + 40) < shade(83 * 80 + 40));
});
