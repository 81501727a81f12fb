import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinSkin } from './join-skin.ts';

test('drawn skin begins in the colour of the skin that it joins, and goes over into its own', () => {
  const size = { width: 64, height: 256 };
  const count = size.width * size.height;
  const is_seen = (i: number): boolean => i < 64 * size.width;
  const picture = { ...size, data: new Uint8ClampedArray(count * 3).map((_, i) => (is_seen(Math.floor(i / 3)) ? 170 : 0)) };
  const body = { color: new Float32Array(count * 3).fill(140), opacity: new Float32Array(count).fill(1), grain: 0 };
  const sure = Uint8Array.from({ length: count }, (_, i) => (is_seen(i) ? 1 : 0));
  joinSkin(picture, body, { sure, gone: sure.map((one) => 1 - one), unit: 100 });
  const at = (row: number): number => body.color[(row * size.width + 32) * 3]!;
  assert.ok(at(66) > 160, `${at(66)}`);
  assert.ok(at(90) < at(66) && at(90) > at(140));
  assert.ok(at(250) < 143, `${at(250)}`);
});
