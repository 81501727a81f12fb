import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankCanvas } from '../imaging/draw-mesh.ts';
import { hideBehind } from './hide-behind.ts';

const size = { width: 40, height: 40 };

/** Opacity of cloth that lay all over, behind what is in front. */
function cloth(isInFront: (x: number, y: number) => boolean): (x: number, y: number) => number {
  const canvas = { ...blankCanvas(size), data: new Float32Array(size.width * size.height * 4).fill(1) };
  const front = Uint8Array.from({ length: 1600 }, (_, i) => (isInFront(i % 40, Math.floor(i / 40)) ? 1 : 0));
  hideBehind(canvas, front);
  return (x, y) => canvas.data[(y * 40 + x) * 4 + 3]!;
}

test('cloth goes behind what is in front, softly at its edge, and stays beside it', () => {
  const at = cloth((x) => x < 20);
  assert.deepEqual([at(10, 20), at(30, 20)], [0, 1]);
  assert.ok(at(19, 20) > 0 && at(19, 20) < at(20, 20) && at(20, 20) < 1);
});

test('an edge that is told pixel by pixel leaves a smooth one', () => {
  const at = cloth((x, y) => x < 20 + (y % 2));
  const rows = [16, 17, 18, 19].map((y) => at(20, y));
  assert.ok(Math.max(...rows) - Math.min(...rows) < 0.2, rows.join(' '));
});
