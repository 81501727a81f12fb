import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import type { KeptData } from '#platform/area/context.ts';
import { openPictures } from './open-pictures.ts';

const plain = (size = { width: 96, height: 128 }) => sharp({ create: { ...size, channels: 4, background: '#1c5f4080' } });
const layer = await plain().webp().toBuffer();
const photo = await plain().jpeg().toBuffer();

type Files = Record<string, Buffer | Error>;
const keptWith = (files: Files): KeptData => ({
  of: () => undefined,
  has: (path) => path in files,
  read: (path) => {
    const found = files[path.split('/').at(-1)!];
    return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
  },
});
const whole: Files = { 'preview.jpg': photo, 'person.jpg': photo, 'garment.webp': layer, 'shading.webp': layer };
const kindsOf = async (files: Files) => Object.keys(await openPictures(keptWith({ ...whole, ...files }), 'look'));

test('layers that are pictures as we take them come back see-through', async () => {
  const { garment } = await openPictures(keptWith(whole), 'look');
  assert.deepEqual([garment?.media_type, garment?.width, garment?.height], ['image/webp', 96, 128]);
  assert.equal((await sharp(garment!.content).metadata()).hasAlpha, true);
});

test('a layer of a form that no upload may have, of another size, or broken is left out, and the look stays', async () => {
  const drawn = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="96" height="128"><rect width="96" height="128"/></svg>');
  const bad: [string, Buffer][] = [
    ['svg', drawn],
    ['half', layer.subarray(0, 40)],
    ['other size', await plain({ width: 128, height: 128 }).webp().toBuffer()],
  ];
  for (const [name, content] of bad) assert.deepEqual(await kindsOf({ 'garment.webp': content }), ['preview'], name);
});

test('what fails while a zip is read is no fault of its layers, and is told', async () => {
  await assert.rejects(kindsOf({ 'shading.webp': new Error('the disk went away') }), /went away/);
});
