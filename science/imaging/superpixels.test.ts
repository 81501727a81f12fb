import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import type { ColorPlanes } from './color-planes.ts';
import { findConnectedParts } from './connected-parts.ts';
import { findSuperpixels } from './superpixels.ts';

/** A bright disc on a dark ground, both a little noisy. */
function disc(): ColorPlanes {
  const draw = seededRandom(4);
  const lightness = Float32Array.from(
    { length: 80 * 60 },
    (_, i) => (Math.hypot((i % 80) - 40, Math.floor(i / 80) - 30) < 18 ? 80 : 20) + draw() * 4,
  );
  return { width: 80, height: 60, lightness, a: new Float32Array(4800), b: new Float32Array(4800) };
}

test('patches cover the picture, hang together and are about as many as wanted', () => {
  const { count, of, areas } = findSuperpixels(disc(), 60);
  assert.ok(count > 30 && count < 90, String(count));
  assert.equal(
    areas.reduce((sum, area) => sum + area, 0),
    4800,
  );
  for (let patch = 0; patch < count; patch++) {
    const parts = findConnectedParts(
      Uint8Array.from(of, (own) => (own === patch ? 1 : 0)),
      { width: 80, height: 60 },
    );
    assert.equal(parts.values.filter((value) => value === 1).length, 1, `patch ${patch}`);
  }
});

test('no patch crosses a clear edge', () => {
  const planes = disc();
  const { of, means } = findSuperpixels(planes, 60);
  const strays = of.filter((patch, i) => Math.abs(planes.lightness[i]! - means[patch * 5]!) > 20).length;
  assert.ok(strays < 48, `${strays} of 4800 pixels`);
});
