import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankCanvas, drawMesh, makeMesh } from './draw-mesh.ts';
import type { Picture } from './picture.ts';

/** Red grows to the right, green downwards; opaque. */
function slopes(side: number): Picture {
  const data = new Uint8ClampedArray(side * side * 4);
  for (let y = 0, i = 0; y < side; y++) for (let x = 0; x < side; x++, i += 4) data.set([x * 10, y * 10, 0, 255], i);
  return { width: side, height: side, data };
}

test('a mesh that moves nothing draws the picture as it is, each pixel once', () => {
  const picture = slopes(16);
  const canvas = blankCanvas(picture);
  drawMesh(
    canvas,
    picture,
    makeMesh({ columns: 3, rows: 5 }, (u, v) => ({ from: { x: u * 16, y: v * 16 }, to: { x: u * 16, y: v * 16 } })),
  );
  for (let i = 0; i < canvas.data.length; i++) {
    const expected = i % 4 === 3 ? 1 : picture.data[i]!;
    assert.ok(Math.abs(canvas.data[i]! - expected) < 1e-3, `${i}: ${canvas.data[i]} is not ${expected}`);
  }
});

test('what is stretched to twice its size reads between pixels, and nothing is drawn beside it', () => {
  const picture = slopes(8);
  const canvas = blankCanvas({ width: 24, height: 24 });
  drawMesh(
    canvas,
    picture,
    makeMesh({ columns: 2, rows: 2 }, (u, v) => ({ from: { x: u * 8, y: v * 8 }, to: { x: 4 + u * 16, y: 4 + v * 16 } })),
  );
  const at = (x: number, y: number, c: number) => canvas.data[(y * 24 + x) * 4 + c]!;
  assert.ok(Math.abs(at(12, 12, 0) - 37.5) < 0.1);
  assert.equal(at(2, 12, 3), 0);
  assert.equal(at(21, 12, 3), 0);
});

test('what is half see-through lies over what is there', () => {
  const glass: Picture = { width: 2, height: 2, data: Uint8ClampedArray.from([0, 1, 2, 3].flatMap(() => [200, 0, 0, 128])) };
  const canvas = blankCanvas(glass);
  for (let i = 0; i < 4; i++) canvas.data.set([0, 0, 100, 1], i * 4);
  drawMesh(
    canvas,
    glass,
    makeMesh({ columns: 1, rows: 1 }, (u, v) => ({ from: { x: u * 2, y: v * 2 }, to: { x: u * 2, y: v * 2 } })),
  );
  const [red, , blue, opacity] = canvas.data.subarray(0, 4);
  assert.ok(Math.abs(red! - 100.4) < 0.5 && Math.abs(blue! - 49.8) < 0.5);
  assert.equal(opacity, 1);
});
