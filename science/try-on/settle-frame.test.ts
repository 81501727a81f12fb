import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BodyFrame, type BodySide, distance } from './body-frame.ts';
import { readPersonReach } from './outline-reach.ts';
import { settleFrame } from './settle-frame.ts';

const size = { width: 200, height: 240 };

/** Both arms hang straight down, `half` px to either side of their middles, beside a body that reaches from arm to arm. */
function standing({ middles, half }: { middles: readonly [number, number]; half: number }, is_bare: boolean) {
  const is_person = new Uint8Array(size.width * size.height);
  for (let y = 30; y < 220; y++) is_person.fill(1, y * size.width + middles[0] - half, y * size.width + middles[1] + half);
  const is_hidden = new Uint8Array(is_person.length);
  return readPersonReach({ is_person, is_hidden, skin: is_bare ? is_person : is_hidden }, size);
}

const side = (x: number): BodySide => ({
  shoulder: { x, y: 40 },
  elbow: { x, y: 110 },
  wrist: { x, y: 170 },
  hip: { x: x < 100 ? 80 : 120, y: 160 },
  knee: { x, y: 220 },
  ankle: { x, y: 230 },
});

function frameFrom(left_x: number, right_x: number): BodyFrame {
  const [left, right] = [side(left_x), side(right_x)];
  const [shoulders, hips] = [
    { x: (left_x + right_x) / 2, y: 40 },
    { x: 100, y: 160 },
  ];
  return { left, right, shoulders, hips, width: distance(left.shoulder, right.shoulder), length: 120, turned: 0 };
}

test('a shoulder that was found too near to the spine moves into the middle of its bare arm', () => {
  const settled = settleFrame(frameFrom(66, 150), standing({ middles: [50, 150], half: 12 }, true));
  assert.ok(Math.abs(settled.left.shoulder.x - 50) < 3, `${settled.left.shoulder.x}`);
  assert.equal(settled.right.shoulder.x, 150);
  assert.ok(settled.width > 95 && settled.shoulders.x < 103);
});

test('in tight sleeves both shoulders move to where the outline shows them', () => {
  const { left, right } = settleFrame(frameFrom(64, 160), standing({ middles: [50, 150], half: 13 }, false));
  assert.ok(left.shoulder.x < 55 && right.shoulder.x < 152, `${left.shoulder.x} ${right.shoulder.x}`);
});

test('loose cloth beside a body moves nothing', () => {
  const { left, right } = settleFrame(frameFrom(60, 140), standing({ middles: [60, 140], half: 30 }, false));
  assert.deepEqual([left.shoulder.x, right.shoulder.x], [60, 140]);
});
