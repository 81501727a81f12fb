import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { squaredDistances } from './distance-map.ts';
import { closeMask, fillHoles, growMask, openMask, shrinkMask } from './reshape-mask.ts';

const size = { width: 17, height: 11 };

function scatter(seed: number, share: number): Uint8Array {
  const draw = seededRandom(seed);
  return Uint8Array.from({ length: size.width * size.height }, () => (draw() < share ? 1 : 0));
}

test('distances are those of a search through all pixels', () => {
  const mask = scatter(5, 0.05);
  const got = squaredDistances(mask, size, 1);
  const ones = [...mask.keys()].filter((i) => mask[i] === 1);
  got.forEach((distance, i) => {
    const wanted = Math.min(...ones.map((j) => ((i % 17) - (j % 17)) ** 2 + (Math.floor(i / 17) - Math.floor(j / 17)) ** 2));
    assert.equal(distance, wanted);
  });
});

test('a mask without the value is infinitely far from it', () => {
  assert.ok(squaredDistances(new Uint8Array(187), size, 1).every((distance) => distance === Infinity));
});

test('a grown mask holds what lies within its radius, a shrunk one what lies farther from nothing', () => {
  for (const radius of [0, 1, 1.5, 2, 3.7, 30]) {
    const mask = scatter(7 + radius, 0.1);
    const [to_one, to_nothing] = [squaredDistances(mask, size, 1), squaredDistances(mask, size, 0)];
    assert.deepEqual(
      growMask(mask, size, radius),
      Uint8Array.from(to_one, (off) => (off <= radius ** 2 ? 1 : 0)),
    );
    assert.deepEqual(
      shrinkMask(mask, size, radius),
      Uint8Array.from(to_nothing, (off) => (off > radius ** 2 ? 1 : 0)),
    );
  }
  const nothing = new Uint8Array(187);
  assert.deepEqual(growMask(nothing, size, 3), nothing);
});

test('opening gives a part of the mask, closing more than it, growing more still', () => {
  const mask = scatter(9, 0.4);
  const [opened, closed, grown] = [openMask(mask, size, 1), closeMask(mask, size, 1), growMask(mask, size, 1)];
  mask.forEach((value, i) => assert.ok(opened[i]! <= value && value <= closed[i]! && closed[i]! <= grown[i]!));
});

test('a hole is filled, a bay that reaches the frame is not', () => {
  const ring = Uint8Array.from(Array.from('0000001110010100111000000'), Number);
  assert.equal(fillHoles(ring, { width: 5, height: 5 })[12], 1);
  const bay = Uint8Array.from(Array.from('0000001010010100111000000'), Number);
  assert.equal(fillHoles(bay, { width: 5, height: 5 })[12], 0);
});
