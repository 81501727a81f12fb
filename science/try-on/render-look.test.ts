import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawGarment } from '#platform/testing/draw-garment.ts';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { renderLook } from './render-look.ts';
import type { Look, WornGarment } from './try-on.ts';

const person = await drawDressedPerson();
const green = [34, 119, 68] as const;
const worn = async (kind: Parameters<typeof drawGarment>[0], shape: WornGarment['shape'] = 'top', color: readonly number[] = green) => ({
  picture: await drawGarment(kind, `rgb(${color.join()})`),
  shape,
});
const dress = async (kind: Parameters<typeof drawGarment>[0], shape: WornGarment['shape'] = 'top'): Promise<Look> =>
  renderLook(person, [await worn(kind, shape)]);

const colorAt = ({ width, data }: Look['preview'], x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];
const isLike = (one: readonly number[], other: readonly number[]): boolean => one.every((value, c) => Math.abs(value - other[c]!) < 24);

test('a T-shirt lies on chest and belly; face, trousers and wall are as they were', async () => {
  const { preview, parts } = await dress('t-shirt');
  for (const [x, y] of [
    [192, 180],
    [165, 220],
    [220, 250],
  ] as const)
    assert.ok(isLike(colorAt(preview, x, y), green), `${x}, ${y}`);
  for (const [x, y] of [
    [192, 80],
    [170, 440],
    [30, 30],
    [350, 480],
  ] as const)
    assert.deepEqual(colorAt(preview, x, y), colorAt(person.picture, x, y));
  assert.deepEqual(
    parts.map(({ name }) => name),
    ['torso', 'left_sleeve', 'right_sleeve'],
  );
});

test('nothing of the old T-shirt shows, also where the new garment has no sleeves', async () => {
  const { preview } = await dress('vest');
  let red = 0;
  for (let y = 130; y < 270; y++) for (let x = 100; x < 280; x++) if (isLike(colorAt(preview, x, y), [138, 47, 60])) red++;
  assert.ok(red < 60, `${red} px`);
});

test('where a sleeve is gone there is an arm: skin, not wall', async () => {
  const { preview } = await dress('vest');
  const [red, green_part, blue] = colorAt(preview, 132, 180);
  assert.ok(red! > blue! + 25 && red! > green_part!);
});

test('long sleeves cover the arms down to the wrists', async () => {
  const { garment } = await dress('jumper');
  const opacityAt = (x: number, y: number) => garment.data[(y * garment.width + x) * 4 + 3]!;
  assert.ok(opacityAt(130, 225) > 200);
  assert.ok(opacityAt(254, 225) > 200);
  assert.ok(opacityAt(192, 470) < 20);
});

test('layers make up the preview, and the same look comes twice', async () => {
  const [one, other] = [await dress('t-shirt'), await dress('t-shirt')];
  assert.deepEqual(one, other);
  const { preview, person: bare, garment, shading } = one;
  for (let i = 0; i < preview.width * preview.height; i++) {
    const opacity = garment.data[i * 4 + 3]! / 255;
    for (let c = 0; c < 3; c++) {
      const expected = Math.min(255, garment.data[i * 4 + c]! * shading[i]!) * opacity + bare.data[i * 3 + c]! * (1 - opacity);
      assert.ok(Math.abs(preview.data[i * 3 + c]! - expected) < 2);
    }
  }
});

test('what is no garment dresses nobody, undresses nobody, and says so by a confidence of 0', () => {
  const nothing = { width: 20, height: 20, data: new Uint8ClampedArray(1600) };
  const look = renderLook(person, [{ picture: nothing, shape: 'top' }]);
  assert.equal(look.confidence, 0);
  assert.deepEqual(look.preview.data, new Uint8ClampedArray(person.picture.data));
  assert.deepEqual(look.person.data, person.picture.data);
  assert.ok(look.garment.data.every((value) => value === 0));
});

test('trousers go down both legs to the ankles; the T-shirt above hangs over their band, and nothing of the old ones shows', async () => {
  const { preview, garment, parts } = await dress('trousers', 'trousers');
  const opacityAt = (x: number, y: number) => garment.data[(y * garment.width + x) * 4 + 3]!;
  for (const [x, y] of [
    [165, 330],
    [220, 330],
    [168, 440],
    [214, 440],
  ] as const)
    assert.ok(isLike(colorAt(preview, x, y), green), `${x}, ${y}`);
  assert.ok(opacityAt(192, 220) < 20, 'the T-shirt is before them');
  assert.deepEqual(colorAt(preview, 192, 200), colorAt(person.picture, 192, 200));
  let blue = 0;
  for (let y = 300; y < 470; y++) for (let x = 130; x < 260; x++) if (isLike(colorAt(preview, x, y), [43, 58, 85])) blue++;
  assert.ok(blue < 60, `${blue} px`);
  assert.deepEqual(
    parts.map(({ name }) => name),
    ['left_leg', 'right_leg'],
  );
});

test('under shorts and a skirt there are legs', async () => {
  for (const kind of ['shorts', 'skirt'] as const) {
    const { preview } = await dress(kind, kind);
    assert.ok(isLike(colorAt(preview, 170, 310), green), kind);
    const [red, , blue] = colorAt(preview, 170, 470);
    assert.ok(red! > blue! + 25, `${kind}: ${colorAt(preview, 170, 470).join()}`);
  }
});

test('a top and trousers are worn together, the top above', async () => {
  const blue = [30, 40, 200] as const;
  const look = renderLook(person, [await worn('trousers', 'trousers', blue), await worn('t-shirt')]);
  assert.ok(isLike(colorAt(look.preview, 192, 200), green));
  assert.ok(isLike(colorAt(look.preview, 168, 440), blue));
  assert.deepEqual(
    look.parts.map(({ garment, name }) => `${garment} ${name}`),
    ['0 left_leg', '0 right_leg', '1 torso', '1 left_sleeve', '1 right_sleeve'],
  );
});

test('a dress reaches down the thighs, however short it was laid down', async () => {
  const { garment } = await dress('t-shirt', 'dress');
  assert.ok(garment.data[(340 * garment.width + 170) * 4 + 3]! > 200);
});
