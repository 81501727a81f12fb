import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Picture } from '#science/imaging/picture.ts';
import { checkLocalReader, keepLocalReader, openLocalReader } from './local-reader.ts';
import { tagGarment } from './tag-garment.ts';
import { writeTinyClip } from './write-tiny-clip.ts';

const home = mkdtempSync(join(tmpdir(), 'toile clip '));
after(() => rmSync(home, { recursive: true }));
const folder = join(home, 'tiny');
writeTinyClip(folder);

const plain = (...color: [number, number, number]): Picture => ({
  width: 40,
  height: 60,
  data: Uint8ClampedArray.from({ length: 40 * 60 * 3 }, (_, i) => color[i % 3]!),
});

test('a local model is asked in words, and its pictures lie near what they are like', async () => {
  const reader = await openLocalReader(folder);
  const [red, dark_red, blue] = [
    await reader.read(plain(220, 10, 10)),
    await reader.read(plain(120, 8, 8)),
    await reader.read(plain(10, 10, 220)),
  ];
  const likeliest = (reading: typeof red) => Object.entries(reading.chances).toSorted(([, one], [, other]) => other - one)[0]![0];
  assert.deepEqual([likeliest(red), likeliest(blue), likeliest(await reader.read(plain(5, 200, 5)))], ['dress', 'shoes', 'hat']);
  assert.ok(Math.abs(Object.values(red.chances).reduce((sum, chance) => sum + chance, 0) - 1) < 1e-6);
  const near = (one: Float32Array, other: Float32Array) => one.reduce((sum, value, i) => sum + value * other[i]!, 0);
  assert.ok(Math.abs(near(red.embedding, red.embedding) - 1) < 1e-5);
  assert.ok(near(red.embedding, dark_red.embedding) > near(red.embedding, blue.embedding));
  assert.deepEqual(await reader.read(plain(220, 10, 10)), red, 'the same photo, the same answer');
});

test('a garment is tagged through it, and where it lies is still seen by our own network', async () => {
  const tags = await tagGarment({ picture: plain(200, 10, 10), alpha: null }, await keepLocalReader(folder));
  assert.deepEqual([tags.category.value, tags.embedding.length], ['dress', 3]);
  assert.ok(tags.colors.length <= 3);
});

test('the version goes with the model', async () => {
  const other = join(home, 'other');
  cpSync(folder, other, { recursive: true });
  const before = (await openLocalReader(folder)).version;
  assert.equal((await openLocalReader(other)).version, before, 'the same model elsewhere is the same');
  writeFileSync(join(other, 'onnx/spare.onnx'), 'x');
  assert.notEqual((await openLocalReader(other)).version, before);
});

test('a folder that cannot serve says what it lacks', async () => {
  await assert.rejects(checkLocalReader(join(home, 'nothing')), /EMBEDDER_DIR: .*nothing has no config\.json/);
  const half = join(home, 'half');
  cpSync(folder, half, { recursive: true });
  rmSync(join(half, 'onnx/text_model.onnx'));
  await assert.rejects(checkLocalReader(half), /lacks onnx\/text_model\.onnx/);
  writeFileSync(join(half, 'config.json'), '{"model_type":"bert"}');
  await assert.rejects(checkLocalReader(half), /model of type bert; clip and siglip/);
  writeFileSync(join(half, 'config.json'), 'half a');
  await assert.rejects(checkLocalReader(half), /has no config\.json that can be read/);
  await checkLocalReader(folder);
});
