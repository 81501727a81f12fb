import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toColorPlanes } from '../imaging/color-planes.ts';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { frameOf } from './body-frame.ts';
import { withStraps } from './find-straps.ts';

const { picture, joints } = await drawDressedPerson();
const { width, height } = picture;
const frame = frameOf(joints);
const edge = Math.round(frame.shoulders.y + 0.2 * frame.length);
const top = Math.round(frame.shoulders.y - 0.1 * frame.length);

test('a thin strap in the colour of the top belongs to it; shade on the skin beside it does not', () => {
  const [strap, shade] = [Math.round(frame.shoulders.x) - 20, Math.round(frame.shoulders.x) + 20];
  const data = new Uint8ClampedArray(width * height * 3);
  const [skin, dressed, upper] = [new Uint8Array(width * height), new Uint8Array(width * height), new Uint8Array(width * height)];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const [is_top, is_strap, is_shade] = [y >= edge, Math.abs(x - strap) < 2, Math.abs(x - shade) < 2];
      upper[i] = is_top ? 1 : 0;
      dressed[i] = is_top || is_strap || is_shade ? 1 : 0;
      skin[i] = dressed[i] ? 0 : 1;
      data.set(is_top || is_strap ? [20, 20, 24] : is_shade ? [150, 105, 85] : [205, 155, 130], i * 3);
    }
  const found = withStraps(toColorPlanes({ width, height, data }), { dressed, upper, skin, frame, chin_y: top });
  const row = Math.round((top + edge) / 2) * width;
  assert.equal(found[row + strap], 1);
  assert.equal(found[row + shade], 0);
  assert.equal(found[edge * width + shade], 1);
});
