import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverBody } from './cover-body.ts';
import { joint_names, type Joints } from './joints.ts';

test('a body is painted over around its joints, in the mean colour, and the rest stays as it was', () => {
  const joints = Object.fromEntries(
    joint_names.map((name) => [name, { x: 20, y: /hip|knee|ankle|heel|foot/.test(name) ? 40 : 20, z: 0, seen: 1 }]),
  ) as Joints;
  const data = new Uint8ClampedArray(100 * 60 * 3).fill(100);
  for (let i = 0; i < 50 * 3; i++) data[i] = 255;
  const before = Uint8ClampedArray.from(data);
  const covered = coverBody({ width: 100, height: 60, data }, joints);
  const redAt = (x: number, y: number) => covered.data[(y * 100 + x) * 3];
  assert.deepEqual(data, before, 'what came in is not changed');
  assert.deepEqual([redAt(20, 30), redAt(80, 30), redAt(0, 0), redAt(99, 0)], [101, 100, 255, 100]);
});
