import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { clothDetail } from './cloth-detail.ts';
import { clothRepeats } from './cloth-repeats.ts';
import { drawCloth } from './draw-cloth.ts';
import { fourierTransform2d } from './fourier-transform.ts';
import { measureLines } from './line-repeats.ts';
import { measureCloth } from './measure-cloth.ts';
import { pattern_kinds, tellPattern } from './tell-pattern.ts';

const size = { width: 150, height: 170 };
const everywhere = new Uint8Array(size.width * size.height).fill(255);

test('a transform there and back gives the numbers again, and one wave is one frequency', () => {
  const side = 16;
  const random = seededRandom(2);
  const [real, imaginary] = [Float64Array.from({ length: side * side }, random), Float64Array.from({ length: side * side }, random)];
  const square = { real: real.slice(), imaginary: imaginary.slice(), side };
  fourierTransform2d(square, false);
  fourierTransform2d(square, true);
  real.forEach((value, i) => assert.ok(Math.abs(square.real[i]! / side ** 2 - value) < 1e-12));
  const wave = Float64Array.from({ length: side * side }, (_, i) => Math.cos((2 * Math.PI * 3 * (i % side)) / side));
  const once = { real: wave, imaginary: new Float64Array(side * side), side };
  fourierTransform2d(once, false);
  const loud = [...once.real.keys()].filter((i) => Math.abs(once.real[i]!) > 1e-6);
  assert.deepEqual(loud, [3, side - 3]);
});

test('a side that is no power of two is refused', () => {
  assert.throws(() => fourierTransform2d({ real: new Float64Array(9), imaginary: new Float64Array(9), side: 3 }, false), RangeError);
});

test('moves that repeat a cloth are those of the sum written out', () => {
  const detail = clothDetail(drawCloth('striped', { width: 40, height: 30 }, 5), new Uint8Array(1200).fill(255));
  const repeats = clothRepeats(detail, 10);
  const sumAt = (dx: number, dy: number): number => {
    let [sum, count] = [0, 0];
    for (let y = 0; y < 30; y++)
      for (let x = 0; x < 40; x++) {
        const [i, j] = [y * 40 + x, (y + dy) * 40 + x + dx];
        if (x + dx < 0 || x + dx >= 40 || y + dy < 0 || y + dy >= 30 || !(detail.weight[i]! * detail.weight[j]! > 0)) continue;
        count++;
        sum += detail.lightness[i]! * detail.lightness[j]! + detail.a[i]! * detail.a[j]! + detail.b[i]! * detail.b[j]!;
      }
    return sum / count;
  };
  for (const [dx, dy] of [
    [0, 0],
    [3, 0],
    [0, 5],
    [-4, 7],
  ] as const)
    assert.ok(Math.abs(repeats.at(dx, dy) - sumAt(dx, dy) / sumAt(0, 0)) < 1e-6, `${dx}, ${dy}`);
});

test('stripes are found to run as they run, as far apart as they are', () => {
  const data = new Uint8ClampedArray(150 * 170 * 3);
  for (let i = 0; i < 150 * 170; i++) data.fill(Math.floor(i / 150) % 12 < 5 ? 40 : 220, i * 3, i * 3 + 3);
  const lines = measureLines(clothRepeats(clothDetail({ ...size, data }, everywhere), 44));
  const best = lines.reduce((one, other) => (other.along > one.along ? other : one));
  assert.equal(best.angle, 0);
  assert.ok(best.along > 0.95 && best.across > 1.5);
  assert.equal(best.period % 12, 0);
});

test('drawn cloths of each kind, with folds and grain, are mostly told apart; plain ones with folds nearly always', () => {
  const seeds = Array.from({ length: 24 }, (_, i) => 1000 + i * 17);
  for (const kind of pattern_kinds) {
    const right = seeds.filter((seed) => tellPattern(measureCloth(drawCloth(kind, size, seed), everywhere)).value === kind).length;
    assert.ok(right / seeds.length >= (kind === 'plain' ? 0.95 : 0.75), `${kind}: ${right} of ${seeds.length}`);
  }
});

test('too little cloth is no pattern but a guess of little confidence', () => {
  assert.equal(measureCloth(drawCloth('striped', size, 1), new Uint8Array(everywhere.length)), undefined);
  assert.deepEqual(tellPattern(undefined), { value: 'plain', confidence: 0.61 });
  assert.equal(tellPattern(undefined, [0, 1, 1, 1, 9]).value, 'printed');
});
