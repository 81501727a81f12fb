import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joint_names, type Joint, type JointName, type Joints } from '#science/body/joints.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { compareLook, type Compared, type Stood, type WornGarment } from './compare-look.ts';

type Color = readonly [number, number, number];
const [grey, green, red, skin]: Color[] = [[130, 130, 130], [28, 95, 64], [180, 30, 30], [200, 160, 140]]; // oxfmt-ignore
type Box = readonly [left: number, top: number, right: number, bottom: number, color: Color];

function paint(...boxes: Box[]): Picture {
  const [width, height] = [300, 400];
  const data = new Uint8Array(width * height * 3);
  for (const [left, top, right, bottom, color] of [[0, 0, width, height, grey!] as const, ...boxes])
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) data.set(color, (y * width + x) * 3);
  return { width, height, data };
}
const head: Box = [120, 30, 180, 100, skin!];
const torso = (color: Color): Box => [90, 110, 210, 230, color];
const thighs = (color: Color): Box => [90, 230, 210, 340, color];

const places: Partial<Record<JointName, readonly [number, number]>> = {
  nose: [150, 65],
  left_eye: [160, 55],
  right_eye: [140, 55],
  mouth_left: [158, 78],
  mouth_right: [142, 78],
  left_shoulder: [200, 115],
  right_shoulder: [100, 115],
  left_elbow: [215, 170],
  right_elbow: [85, 170],
  left_hip: [180, 225],
  right_hip: [120, 225],
  left_knee: [180, 330],
  right_knee: [120, 330],
};
const stand = (change: (joint: Joint, name: JointName) => Joint = (joint) => joint): Joints =>
  Object.fromEntries(
    joint_names.map((name) => {
      const [x, y] = places[name] ?? [0, 0];
      return [name, change({ x, y, z: 0, seen: places[name] ? 1 : 0 }, name)];
    }),
  ) as Joints;

const garment = (color: Color, change: Partial<WornGarment> = {}): WornGarment => {
  const data = new Uint8Array(40 * 40 * 4);
  for (let i = 0; i < 40 * 40; i++) data.set([...(i % 40 < 20 ? color : ([255, 255, 255] as const)), i % 40 < 20 ? 255 : 0], i * 4);
  return { index: 0, shape: 'top', picture: { width: 40, height: 40, data }, ...change };
};
const photo: Stood = { picture: paint(head), joints: stand() };
const judge = (picture: Picture, garments = [garment(green!)], joints: Joints | undefined = stand()): Compared =>
  compareLook(photo, { picture, joints }, garments);
const sure = (compared: Compared) => ('fault' in compared ? assert.fail(compared.fault) : compared);

test('the garment’s own colour, the same face and the same pose are believed, though never wholly', () => {
  const { confidence, parts } = sure(judge(paint(head, torso(green!))));
  assert.ok(Math.abs(confidence - 0.9) < 1e-9);
  assert.deepEqual(parts, [{ garment: 0, name: 'torso', confidence: 0.9 }]);
});

test('another colour, another face or another stance is believed less', () => {
  const { confidence, parts } = sure(judge(paint(head, torso(red!))));
  assert.ok(confidence < 0.3 && parts[0]!.confidence < 0.3);
  const other_face: Box = [120, 30, 180, 100, [skin![0] - 42, skin![1] - 42, skin![2] - 42]];
  assert.ok(sure(judge(paint(other_face, torso(green!)))).confidence < 0.4);
  const leaning = stand((joint) => ({ ...joint, x: joint.x + 15 }));
  const { confidence: moved } = sure(judge(paint(head, torso(green!)), [garment(green!)], leaning));
  assert.ok(moved > 0.3 && moved < 0.7, `${moved}`);
});

test('nobody, somebody elsewhere, somebody else, or the photo as it was is no look', () => {
  const worn = paint(head, torso(green!));
  assert.match((compareLook(photo, { picture: worn, joints: undefined }, [garment(green!)]) as { fault: string }).fault, /nobody/);
  const stranger: Box = [120, 30, 180, 100, [120, 90, 70]];
  assert.match((judge(paint(stranger, torso(green!))) as { fault: string }).fault, /another face/);
  const elsewhere = stand((joint) => ({ ...joint, x: joint.x + 60 }));
  assert.match((judge(worn, [garment(green!)], elsewhere) as { fault: string }).fault, /elsewhere/);
  const hidden = stand((joint, name) => ({ ...joint, seen: name === 'nose' ? 1 : 0 }));
  assert.match((judge(worn, [garment(green!)], hidden) as { fault: string }).fault, /elsewhere/);
  assert.match((judge(photo.picture) as { fault: string }).fault, /as it was/);
});

test('what lies under another garment counts as guessed; trousers are judged at the thighs, on both legs', () => {
  const jeans = garment(red!, { index: 2, shape: 'trousers' });
  const { parts } = sure(judge(paint(head, torso(green!), thighs(red!)), [jeans, garment(red!), garment(green!, { index: 1 })]));
  assert.deepEqual(
    parts.map(({ garment: index, name, confidence }) => [index, name, Math.round(confidence * 10) / 10]),
    [
      [2, 'left_leg', 0.9],
      [0, 'torso', 0.4],
      [1, 'torso', 0.9],
      [2, 'right_leg', 0.9],
    ],
  );
});

test('a photo without a head has no face to change, and a garment that is see-through everywhere is not believed', () => {
  const headless = { picture: paint(), joints: stand((joint, name) => (name === 'nose' ? { ...joint, seen: 0, y: -40 } : joint)) };
  const drawn = { picture: paint(torso(green!)), joints: headless.joints };
  assert.ok(sure(compareLook(headless, drawn, [garment(green!)])).confidence > 0.85);
  const clear = garment(green!, { picture: { width: 2, height: 2, data: new Uint8Array(16) } });
  assert.equal(sure(compareLook(headless, drawn, [clear])).parts[0]!.confidence, 0);
});
