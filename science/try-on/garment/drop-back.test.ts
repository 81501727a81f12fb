import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawGarment } from '#platform/testing/draw-garment.ts';
import { dropBack } from './drop-back.ts';
import { findTopLandmarks } from './find-landmarks.ts';

const opacityAt = ({ width, data }: { width: number; data: ArrayLike<number> }, x: number, y: number): number =>
  data[(y * width + x) * 4 + 3]!;

/** A T-shirt with a straight upper edge, as where the back stands behind the neck; its front begins at an arc, if it has another colour. */
async function shirt(back: readonly number[]) {
  const picture = await drawGarment('t-shirt', 'rgb(200,60,60)');
  const data = new Uint8ClampedArray(picture.data);
  for (let x = 110; x <= 190; x++) {
    const edge = 40 + 44 * (1 - Math.abs((x - 150) / 40) ** 2);
    for (let y = 40; y < 100; y++) {
      const i = (y * picture.width + x) * 4;
      data[i + 3] = 255;
      data.set(y < edge ? back : [200, 60, 60], i);
    }
  }
  return { ...picture, data };
}

test('the inside of a back goes, the front stays', async () => {
  const picture = await shirt([110, 25, 30]);
  const front = dropBack(picture, findTopLandmarks(picture)!);
  assert.equal(opacityAt(front, 150, 60), 0);
  assert.equal(opacityAt(front, 150, 74), 0);
  assert.equal(opacityAt(front, 150, 96), 255);
  assert.equal(opacityAt(front, 118, 96), 255);
  assert.equal(opacityAt(front, 150, 250), 255);
});

test('where no back shows nothing is cut off', async () => {
  const picture = await shirt([200, 60, 60]);
  assert.equal(dropBack(picture, findTopLandmarks(picture)!), picture);
});
