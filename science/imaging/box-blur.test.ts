import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxBlur } from './box-blur.ts';
import { blankRaster } from './raster.ts';
import { valueNoise } from './value-noise.ts';

const point = () => {
  const raster = blankRaster({ left: 0, top: 0, width: 81, height: 81 });
  raster.data[40 * 81 + 40] = 1;
  return raster;
};

test('a blurred point keeps its sum, its middle and the variance asked for, each way', () => {
  const { data } = boxBlur(point(), 6);
  const moment = (power: number, axis: 'x' | 'y'): number =>
    data.reduce((sum, value, i) => sum + value * ((axis === 'x' ? i % 81 : Math.floor(i / 81)) - 40) ** power, 0);
  assert.ok(Math.abs(moment(0, 'x') - 1) < 1e-4);
  for (const axis of ['x', 'y'] as const) {
    assert.ok(Math.abs(moment(1, axis)) < 1e-3);
    // Three boxes of radius 6: 6 * 7 = 42, for an asked 36; a sigma of 6.5.
    assert.ok(Math.abs(moment(2, axis) - 42) < 0.05, String(moment(2, axis)));
  }
});

test('a flat raster stays as it is up to its border, and the source is left alone', () => {
  const flat = blankRaster({ left: 3, top: 4, width: 20, height: 10 });
  flat.data.fill(0.7);
  const blurred = boxBlur(flat, 4);
  assert.ok(blurred.data.every((value) => Math.abs(value - 0.7) < 1e-5));
  assert.deepEqual([blurred.left, blurred.top], [3, 4]);
  const source = point();
  boxBlur(source, 3);
  assert.equal(source.data[40 * 81 + 40], 1);
  assert.equal(boxBlur(source, 0.5), source);
});

test('noise is the same for a seed, in [0, 1), continuous, and repeats after 256', () => {
  const [one, again, other] = [valueNoise(1), valueNoise(1), valueNoise(2)];
  const places = Array.from({ length: 500 }, (_, i): [number, number] => [i * 0.37 - 40, i * 0.83 - 90]);
  assert.ok(places.every(([x, y]) => one(x, y) === again(x, y) && one(x, y) >= 0 && one(x, y) < 1));
  assert.ok(places.some(([x, y]) => Math.abs(one(x, y) - other(x, y)) > 0.2));
  assert.ok(places.every(([x, y]) => Math.abs(one(x, y) - one(x + 1e-4, y)) < 1e-3));
  assert.ok(places.every(([x, y]) => Math.abs(one(x, y) - one(x + 256, y - 256)) < 1e-5));
});
