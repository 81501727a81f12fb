import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JointName } from '#science/body/joints.ts';
import { drawPeople, drawn_joints } from '#platform/testing/draw-person.ts';
import { findBody } from './find-body.ts';

/** Asserts that the joints lie within a tenth of the shoulders' width of where they were drawn. */
function assertDrawn(joints: Awaited<ReturnType<typeof findBody>>, { x, y, scale }: { x: number; y: number; scale: number }): void {
  assert.ok(joints);
  for (const [name, [drawn_x, drawn_y]] of Object.entries(drawn_joints)) {
    const joint = joints.joints[name as JointName];
    const away = Math.hypot(joint.x - x - drawn_x * scale, joint.y - y - drawn_y * scale);
    assert.ok(away < 15 * scale, `${name} is ${away.toFixed(1)} px away`);
  }
}

test('the joints of a person lie where they are, however large and wherever the person stands', async () => {
  for (const person of [
    { x: 0, y: 0, scale: 1 },
    { x: 150, y: 130, scale: 0.7 },
    { x: 20, y: 40, scale: 1.9 },
  ])
    assertDrawn(await findBody(await drawPeople([person], { width: 768, height: 1024 })), person);
});

test('the mask covers the person and little else', async () => {
  const body = await findBody(await drawPeople());
  const opacityAt = (x: number, y: number) => body!.mask[y * 384 + x]!;
  for (const [x, y] of [
    [192, 70],
    [192, 220],
    [170, 420],
    [214, 420],
    [128, 250],
  ] as const)
    assert.ok(opacityAt(x, y) > 0.7, `${x}, ${y}`);
  for (const [x, y] of [
    [40, 60],
    [340, 400],
    [60, 480],
  ] as const)
    assert.ok(opacityAt(x, y) < 0.1, `${x}, ${y}`);
  assert.ok(body!.certainty > 0.9);
});

test('a face tells the front: left is the person’s own', async () => {
  const { joints } = (await findBody(await drawPeople()))!;
  assert.ok(joints.left_shoulder.x > joints.right_shoulder.x);
});

test('an empty wall has nobody', async () => {
  assert.equal(await findBody(await drawPeople([])), undefined);
});

test('what the frame cuts off is told outside of it, or as not seen', async () => {
  const body = await findBody(await drawPeople([{ x: 0, y: 0, scale: 2 }], { width: 768, height: 720 }));
  assert.ok(body!.joints.left_knee.y > 720 || body!.joints.left_knee.seen < 0.5);
});
