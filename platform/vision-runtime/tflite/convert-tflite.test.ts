import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openTensorModel } from '../open-tensor-model.ts';
import { convertTflite } from './convert-tflite.ts';
import { reorder } from './reorder.ts';

const file = new URL(import.meta.resolve('@mediapipe/selfie_segmentation/selfie_segmentation.tflite'));

test('a converted model keeps the names and shapes of what comes in and goes out', async () => {
  const model = await openTensorModel(file);
  assert.deepEqual([model.input_names, model.output_names], [['input_1'], ['activation_10']]);
  const { activation_10: told } = await model.run({ input_1: { data: new Float32Array(256 * 256 * 3).fill(0.5), dims: [1, 256, 256, 3] } });
  assert.deepEqual(told!.dims, [1, 256, 256, 1]);
  assert.ok(told!.data.every((chance) => chance >= 0 && chance <= 1));
  await model.close();
});

test('what is no such model, or is cut off, is refused', () => {
  const bytes = readFileSync(file);
  assert.throws(() => convertTflite(new Uint8Array(0)), TypeError);
  assert.throws(() => convertTflite(new TextEncoder().encode('<html>not a model at all</html>')), TypeError);
  for (const share of [0.001, 0.1, 0.5, 0.9]) assert.throws(() => convertTflite(bytes.subarray(0, bytes.length * share)), RangeError);
});

test('numbers keep their places when sides change theirs', () => {
  const numbers = Float32Array.from({ length: 24 }, (_, index) => index);
  const moved = reorder(numbers, [2, 3, 4], [2, 0, 1]);
  for (let a = 0; a < 2; a++)
    for (let b = 0; b < 3; b++) for (let c = 0; c < 4; c++) assert.equal(moved[(c * 2 + a) * 3 + b], numbers[(a * 3 + b) * 4 + c]);
  assert.deepEqual(reorder(moved, [4, 2, 3], [1, 2, 0]), numbers);
});
