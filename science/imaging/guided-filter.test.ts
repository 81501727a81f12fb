import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyGuidedMask, fitGuidedMask } from './guided-filter.ts';
import type { Picture } from './picture.ts';
import { shrinkPicture } from './shrink-picture.ts';

/** Dark left of `edge`, light right of it. */
function twoTone(side: number, edge: number): Picture {
  return {
    width: side,
    height: side,
    data: Uint8Array.from({ length: side * side * 3 }, (_, i) => (Math.floor(i / 3) % side < edge ? 40 : 210)),
  };
}
const everywhere = { is_open: new Uint8Array(1600).fill(1), plain: new Float32Array(1600) };

test("a mask that is off by a pixel is drawn to the picture's edge", () => {
  const picture = twoTone(40, 20);
  const mask = Float32Array.from({ length: 1600 }, (_, i) => (i % 40 < 21 ? 1 : 0));
  const alpha = applyGuidedMask(fitGuidedMask(mask, picture, { radius: 4, smoothness: 1e-4 }), picture, everywhere);
  assert.ok(alpha[20 * 40 + 19]! > 0.7 && alpha[20 * 40 + 20]! < 0.4, `${alpha[20 * 40 + 19]} ${alpha[20 * 40 + 20]}`);
});

test('fitted small, the edge is as sharp as the large picture has it', () => {
  const large = twoTone(160, 81);
  const small = shrinkPicture(large, { width: 40, height: 40 });
  const mask = Float32Array.from({ length: 1600 }, (_, i) => (i % 40 < 20 ? 1 : 0));
  const alpha = applyGuidedMask(fitGuidedMask(mask, small, { radius: 3, smoothness: 1e-4 }), large, everywhere);
  const row = 80 * 160;
  assert.ok(alpha[row + 80]! - alpha[row + 81]! > 0.6, `${alpha[row + 80]} ${alpha[row + 81]}`);
});

test('where nothing is open the plain value stands', () => {
  const picture = twoTone(40, 20);
  const plain = new Float32Array(1600).fill(0.25);
  const fitted = fitGuidedMask(new Float32Array(1600), picture, { radius: 2, smoothness: 1e-4 });
  assert.ok(applyGuidedMask(fitted, picture, { is_open: new Uint8Array(1600), plain }).every((value) => value === 0.25));
});
