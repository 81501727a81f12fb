import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare_arm, eachOfLimb, shapeLimb } from './bare-limb.ts';

const size = { width: 120, height: 240 };
const joints = [
  { x: 60, y: 20 },
  { x: 60, y: 120 },
  { x: 60, y: 220 },
];
const filled = (is: (x: number, y: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: size.width * size.height }, (_, i) => (is(i % size.width, Math.floor(i / size.width)) ? 1 : 0));
const widthAt = (limb: ReturnType<typeof shapeLimb>, row: number): { from: number; to: number } => {
  const columns: number[] = [];
  eachOfLimb(limb, (i, off) => {
    if (Math.floor(i / size.width) === row && Math.abs(off) <= 1) columns.push(i % size.width);
  });
  return { from: Math.min(...columns), to: Math.max(...columns) };
};
const nothing = filled(() => false);

test('an arm that nobody sees tapers from the shoulder to the wrist', () => {
  const limb = shapeLimb(joints, { shape: bare_arm, unit: 200, skin: nothing, worn: filled(() => true) }, size);
  const [upper, elbow, wrist] = [45, 118, 210].map((row) => widthAt(limb, row));
  assert.ok(upper!.to - upper!.from > elbow!.to - elbow!.from);
  assert.ok(elbow!.to - elbow!.from > wrist!.to - wrist!.from + 6);
});

test('under a sleeve an arm is as thick and lies as far aside as the forearm that shows below it', () => {
  const skin = filled((x, y) => y > 130 && x > 50 && x < 84);
  const limb = shapeLimb(joints, { shape: bare_arm, unit: 200, skin, worn: filled((_, y) => y <= 130) }, size);
  const { from, to } = widthAt(limb, 122);
  assert.ok(Math.abs(from - 51) <= 3, `${from}`);
  assert.ok(Math.abs(to - 83) <= 3, `${to}`);
});

test('a bare arm stays within the sleeve that was worn over it', () => {
  const limb = shapeLimb(joints, { shape: bare_arm, unit: 200, skin: nothing, worn: filled((x) => x > 48 && x < 72) }, size);
  for (const row of [40, 80, 120, 160]) {
    const { from, to } = widthAt(limb, row);
    assert.ok(from >= 48 && to <= 72, `${from}..${to} in row ${row}`);
  }
});
