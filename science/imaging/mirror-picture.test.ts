import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mirrorPicture } from './mirror-picture.ts';

test('a mirror turns left and right, keeps rows and colours apart, and turned twice it is the same picture', () => {
  const picture = { width: 3, height: 2, data: Uint8Array.from({ length: 18 }, (_, i) => i) };
  const mirrored = mirrorPicture(picture);
  assert.deepEqual(Array.from(mirrored.data.subarray(0, 9)), [6, 7, 8, 3, 4, 5, 0, 1, 2]);
  assert.deepEqual(Array.from(mirrored.data.subarray(9)), [15, 16, 17, 12, 13, 14, 9, 10, 11]);
  assert.deepEqual([...mirrorPicture(mirrored).data], [...picture.data]);
});

test('opacity goes along', () => {
  const mirrored = mirrorPicture({ width: 2, height: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) });
  assert.deepEqual([...mirrored.data], [5, 6, 7, 8, 1, 2, 3, 4]);
});
