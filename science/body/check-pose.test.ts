import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPose, isPerson, torsoLength } from './check-pose.ts';
import { joint_names, type Joint, type JointName, type Joints } from './joints.ts';

const frame = { width: 600, height: 1000 };

/** Somebody who stands towards us, in the middle of the frame; hands, feet and face lie at the nearest joint. */
const places: Partial<Record<JointName, readonly [number, number]>> = {
  nose: [300, 110],
  left_shoulder: [380, 220],
  right_shoulder: [220, 220],
  left_elbow: [400, 350],
  right_elbow: [200, 350],
  left_wrist: [410, 470],
  right_wrist: [190, 470],
  left_hip: [340, 470],
  right_hip: [260, 470],
  left_knee: [340, 670],
  right_knee: [260, 670],
  left_ankle: [340, 860],
  right_ankle: [260, 860],
};

function standing(change: (joint: Joint, name: JointName) => Joint = (joint) => joint): Joints {
  return Object.fromEntries(
    joint_names.map((name) => {
      const [x, y] = places[name] ?? places.nose!;
      return [name, change({ x, y, z: 0, seen: 0.99 }, name)];
    }),
  ) as Joints;
}
const moved = (dx: number, dy: number): Joints => standing((joint) => ({ ...joint, x: joint.x + dx, y: joint.y + dy }));

test('somebody who stands towards us can wear everything', () => {
  assert.deepEqual(checkPose(standing(), frame), { top: null, dress: null, skirt: null, shorts: null, trousers: null });
  assert.equal(torsoLength(standing()), 250);
});

test('the lower the frame ends, the less can be worn', () => {
  const possible = (dy: number): string[] =>
    Object.entries(checkPose(moved(0, dy), frame)).flatMap(([shape, problem]) => (problem === null ? [shape] : []));
  assert.deepEqual(possible(200), ['top', 'dress', 'skirt', 'shorts', 'trousers'], 'shoes are outside, shins are not');
  assert.deepEqual(possible(330), ['top', 'dress', 'skirt', 'shorts']);
  assert.deepEqual(possible(500), ['top']);
  assert.deepEqual(possible(600), []);
  assert.equal(checkPose(moved(0, 600), frame).top, 'hips_cut_off');
  assert.equal(checkPose(moved(0, 500), frame).trousers, 'legs_cut_off');
});

test('an elbow outside of the frame, or hidden, keeps tops off, and nothing below', () => {
  const hidden = standing((joint, name) => (name === 'left_elbow' ? { ...joint, seen: 0.2 } : joint));
  for (const joints of [moved(250, 0), hidden]) {
    const { top, dress, skirt } = checkPose(joints, frame);
    assert.deepEqual([top, dress, skirt], ['arms_cut_off', 'arms_cut_off', null]);
  }
});

test('from behind or from the side nothing can be worn, a slight turn does not matter', () => {
  const turned = (by: number): Joints => standing((joint) => ({ ...joint, x: 300 + (joint.x - 300) * by }));
  assert.equal(checkPose(turned(-1), frame).top, 'back_view');
  assert.equal(checkPose(turned(-1), frame).skirt, 'back_view');
  for (const by of [0.5, 0, -0.5]) assert.equal(checkPose(turned(by), frame).top, 'side_view');
  assert.equal(checkPose(turned(0.8), frame).top, null);
});

test('who sits can wear tops', () => {
  const seated = standing((joint, name) => (name === 'left_knee' || name === 'right_knee' ? { ...joint, y: 560 } : joint));
  assert.deepEqual(checkPose(seated, frame), { top: null, dress: 'seated', skirt: 'seated', shorts: 'seated', trousers: 'seated' });
  const guessed = standing((joint, name) => (/knee/.test(name) ? { ...joint, y: 560, seen: 0.1 } : joint));
  assert.equal(checkPose(guessed, frame).dress, null, 'a knee that nobody saw tells nothing');
});

test('a body that only one of two networks sees is none, unless its arms are told', () => {
  const [covered, empty] = [1, 0].map((opacity) => new Float32Array(600 * 1000).fill(opacity)) as [Float32Array, Float32Array];
  const vague = standing((joint) => ({ ...joint, seen: 0.7 }));
  for (const [joints, certainty, mask, expected] of [
    [vague, 0.99, covered, true],
    [vague, 0.99, empty, false],
    [vague, 0.93, covered, false],
    [standing(), 0.93, empty, true],
    [standing(), 0.5, covered, false],
  ] as const)
    assert.equal(isPerson({ joints, certainty, mask }, frame), expected);
});
