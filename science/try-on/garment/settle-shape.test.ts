import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawGarment } from '#platform/testing/draw-garment.ts';
import { settleShape } from './settle-shape.ts';

/** A garment that is whole above `parted` px and two pieces with a gap between them below. */
function twoLegged(width: number, height: number, parted: number) {
  const data = new Uint8ClampedArray(400 * 400 * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (y > parted && Math.abs(x - width / 2) < 8) continue;
      data.fill(255, ((y + 20) * 400 + x + 20) * 4, ((y + 20) * 400 + x + 20) * 4 + 4);
    }
  return { width: 400, height: 400, data };
}

test('two long legs are trousers, whatever was said', () => {
  assert.equal(settleShape(twoLegged(140, 340, 80), 'dress'), 'trousers');
});

test('two pieces that are wider than long are no legs', () => {
  assert.equal(settleShape(twoLegged(300, 200, 60), 'top'), 'top');
});

test('what has two sleeves is a top, and a skirt stays one', async () => {
  assert.equal(settleShape(await drawGarment('jumper', '#246'), 'shorts'), 'top');
  assert.equal(settleShape(await drawGarment('skirt', '#246'), 'skirt'), 'skirt');
  assert.equal(settleShape(await drawGarment('shorts', '#246'), 'shorts'), 'shorts');
});
