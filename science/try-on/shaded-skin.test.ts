import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toColorPlanes } from '#science/imaging/color-planes.ts';
import { findShadedSkin } from './shaded-skin.ts';

const size = { width: 60, height: 40 };

/** Cloth everywhere, but for an arm in the columns 20 to 40 of which the last four lie in its own darker shade and were taken for cloth. */
function besideCloth(cloth: readonly [number, number, number], shade: readonly [number, number, number]) {
  const data = new Uint8ClampedArray(size.width * size.height * 3);
  const [skin, worn] = [new Uint8Array(size.width * size.height), new Uint8Array(size.width * size.height)];
  const arm = new Float32Array(skin.length).fill(Infinity);
  for (let i = 0; i < skin.length; i++) {
    const x = i % size.width;
    const is_arm = x >= 20 && x < 40;
    // The inner side of the arm, too, has some of that shade, and is known for skin.
    const is_shaded = is_arm && (x >= 36 || x < 22);
    data.set(is_arm ? (is_shaded ? shade : [210, 160, 130]) : cloth, i * 3);
    skin[i] = is_arm && x < 36 ? 1 : 0;
    worn[i] = skin[i] ? 0 : 1;
    if (is_arm) arm[i] = Math.abs(x - 29.5) / 10;
  }
  return findShadedSkin(toColorPlanes({ ...size, data }), { skin, worn, arm });
}

test('the shaded edge of an arm beside white cloth is skin, the cloth is not', () => {
  const found = besideCloth([240, 240, 240], [140, 95, 70]);
  assert.equal(found[20 * size.width + 38], 1);
  assert.equal(found[20 * size.width + 45], 0);
});

test('where cloth has the colour of the shade nothing is taken from it', () => {
  const found = besideCloth([140, 95, 70], [140, 95, 70]);
  assert.ok(found.every((one) => one === 0));
});
