import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankRaster } from '#science/imaging/raster.ts';
import { inflate } from './inflate.ts';

test('a disc rises as a sphere’s cap does, and nothing rises outside of it', () => {
  const size = 121;
  const mask = blankRaster({ left: 0, top: 0, width: size, height: size });
  const radius = 50;
  for (let i = 0; i < mask.data.length; i += 1) mask.data[i] = Math.hypot((i % size) - 60, Math.floor(i / size) - 60) < radius ? 1 : 0;
  const heights = inflate(mask);
  // The square root of r² / 2 - d² / 2: 35.4 in the middle, 30.6 halfway out.
  for (const [distance, expected] of [
    [0, radius / Math.SQRT2],
    [25, Math.sqrt((radius ** 2 - 25 ** 2) / 2)],
  ] as const)
    assert.ok(
      Math.abs(heights[60 * size + 60 + distance]! - expected) < 0.06 * expected,
      `${heights[60 * size + 60 + distance]} at ${distance}`,
    );
  assert.equal(heights[0], 0);
});
