import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { AppError } from '#platform/errors/app-error.ts';
import { pixels_max } from './check-photo.ts';
import { normalisePhoto, type MadePicture } from './normalise-photo.ts';

/** Left half one colour, right half another, with a seam on top: so that turning it shows. */
const drawn = (width = 600, height = 400): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#c03020"/><rect x="50%" width="50%" height="100%" fill="#2040a0"/></svg>`,
    ),
  ).flatten();
const of = (pictures: readonly MadePicture[], kind: MadePicture['kind']): MadePicture => {
  const found = pictures.find((one) => one.kind === kind);
  assert.ok(found, `${kind} is missing`);
  return found;
};
/** The colour in the middle of a part of a picture, as 0..255. */
async function colorAt({ content, width, height }: MadePicture, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * info.channels;
  return [...data.subarray(at, at + info.channels)];
}
const near = (color: number[], wanted: number[], within = 12): void =>
  assert.ok(
    wanted.every((one, i) => Math.abs((color[i] ?? -99) - one) <= within),
    `${color.join()} is not ${wanted.join()}`,
  );
const [red, blue] = [
  [192, 48, 32],
  [32, 64, 160],
];
const failing = (code: string) => (error: unknown) => {
  assert.ok(error instanceof AppError, String(error));
  assert.equal(error.code, code);
  return true;
};

test('a photo that the camera turned stands upright, and nothing is left of what the camera wrote beside it', async () => {
  const taken = await drawn()
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretPhone', Artist: 'Somebody by name' },
      IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLongitude: '13/1 24/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  assert.ok(taken.includes('SecretPhone'));
  const pictures = await normalisePhoto(taken);
  const original = of(pictures, 'original');
  assert.deepEqual([original.width, original.height], [400, 600]);
  // Turned by a right angle clockwise, what was left is on top.
  near(await colorAt(original, 0.5, 0.2), red);
  near(await colorAt(original, 0.5, 0.8), blue);
  for (const { content, kind } of pictures) {
    const facts = await sharp(content).metadata();
    assert.deepEqual([facts.exif, facts.xmp, facts.iptc, facts.orientation], [undefined, undefined, undefined, undefined], kind);
    for (const word of ['SecretPhone', 'Somebody', 'GPS', 'Exif']) assert.ok(!content.includes(word), `${word} in ${kind}`);
  }
});

test('every one of the eight orientations comes out as it was seen', async () => {
  const seen = await drawn(90, 80).png().toBuffer();
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const taken = await sharp(seen).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const turned = await sharp(taken).autoOrient().raw().toBuffer({ resolveWithObject: true });
    const original = of(await normalisePhoto(taken), 'original');
    assert.deepEqual([original.width, original.height], [turned.info.width, turned.info.height], `orientation ${orientation}`);
    near(await colorAt(original, 0.1, 0.1), [...turned.data.subarray(0, 3)], 14);
  }
});

test('whatever a picture is made of, it becomes plain sRGB: CMYK, grey, 16 bits, a palette, other forms', async () => {
  const wide = await drawn().toColourspace('rgb16').png().toBuffer();
  assert.equal((await sharp(wide).metadata()).depth, 'ushort');
  const forms: [string, Buffer, boolean][] = [
    ['cmyk', await drawn().toColourspace('cmyk').jpeg().toBuffer(), false],
    ['16 bits', wide, true],
    ['palette', await drawn().png({ palette: true }).toBuffer(), true],
    ['grey', await drawn().greyscale().jpeg().toBuffer(), false],
    ['grey 16', await drawn().greyscale().toColourspace('grey16').png().toBuffer(), false],
    ['webp', await drawn().webp({ quality: 95 }).toBuffer(), true],
    ['avif', await drawn().avif({ quality: 80 }).toBuffer(), true],
    ['tiff', await drawn().tiff().toBuffer(), true],
    ['gif', await drawn().gif().toBuffer(), true],
  ];
  for (const [name, content, is_colored] of forms) {
    const original = of(await normalisePhoto(content), 'original');
    const { format, space, channels, depth } = await sharp(original.content).metadata();
    assert.deepEqual([format, space, channels, depth], ['jpeg', 'srgb', 3, 'uchar'], name);
    if (is_colored) near(await colorAt(original, 0.2, 0.5), red, 25);
    else assert.equal((await colorAt(original, 0.2, 0.5)).length, 3);
  }
});

test('of an animation the first frame is kept', async () => {
  const frames = await Promise.all(
    ['#c03020', '#20a040'].map((background) =>
      sharp({ create: { width: 100, height: 100, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  for (const animated of [
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
    await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer(),
  ]) {
    assert.equal((await sharp(animated).metadata()).pages, 2);
    const original = of(await normalisePhoto(animated), 'original');
    assert.deepEqual([original.width, original.height], [100, 100]);
    near(await colorAt(original, 0.5, 0.5), red, 20);
  }
});

test('a large photo is made smaller, a small one not larger; the small picture is small', async () => {
  const large = await normalisePhoto(await drawn(4200, 2100).jpeg().toBuffer());
  assert.deepEqual([of(large, 'original').width, of(large, 'original').height], [3000, 1500]);
  assert.deepEqual([of(large, 'thumb').width, of(large, 'thumb').height], [480, 240]);
  const small = await normalisePhoto(await drawn(200, 100).jpeg().toBuffer());
  assert.deepEqual([of(small, 'original').width, of(small, 'thumb').width], [200, 200]);
});

test('what was cut out already keeps its transparency; a see-through picture that hides nothing is a photo', async () => {
  const cut = await sharp(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><circle cx="150" cy="150" r="90" fill="#c03020"/></svg>'),
  )
    .png()
    .toBuffer();
  const pictures = await normalisePhoto(cut);
  const clean = of(pictures, 'clean');
  assert.deepEqual([clean.media_type, (await colorAt(clean, 0.05, 0.05))[3], (await colorAt(clean, 0.5, 0.5))[3]], ['image/png', 0, 255]);
  near(await colorAt(of(pictures, 'original'), 0.05, 0.05), [255, 255, 255], 3);
  const opaque = await normalisePhoto(await drawn().ensureAlpha().png().toBuffer());
  assert.ok(!opaque.some(({ kind }) => kind === 'clean'));
});

/** A PNG that says it is that large and holds almost nothing: the header alone is read. */
function claimedPng(width: number, height: number): Buffer {
  const crc_table = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  );
  const crc = (bytes: Buffer) => (bytes.reduce((c, byte) => crc_table[(c ^ byte) & 255]! ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('what nothing can come of is told in words, each its own, and a flood of pixels is refused before one is decoded', async () => {
  const jpeg = await drawn().jpeg().toBuffer();
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic'),
    Buffer.alloc(4),
    Buffer.from('mif1heic'),
    Buffer.alloc(400),
  ]);
  const rss_before = process.memoryUsage().rss;
  for (const [code, content] of [
    ['garments.not_a_picture', Buffer.from('#!/bin/sh\necho I am a photo\n'.repeat(50))],
    ['garments.not_a_picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>')],
    ['garments.not_a_picture', Buffer.from('%PDF-1.7 and so on')],
    ['garments.not_a_picture', Buffer.alloc(0)],
    ['garments.heic', heic],
    ['garments.damaged_picture', jpeg.subarray(0, Math.floor(jpeg.length / 2))],
    ['garments.damaged_picture', Buffer.concat([jpeg.subarray(0, 4), Buffer.alloc(2000, 7)])],
    ['garments.damaged_picture', (await drawn().png().toBuffer()).subarray(0, 600)],
    ['garments.damaged_picture', (await drawn().webp().toBuffer()).subarray(0, 120)],
    [
      'garments.too_small',
      await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    ],
    ['garments.too_small', await drawn(2000, 20).jpeg().toBuffer()],
    ['garments.too_many_pixels', claimedPng(20_000, 20_000)],
    ['garments.too_many_pixels', claimedPng(pixels_max / 8000 + 1, 8000)],
  ] as const)
    await assert.rejects(normalisePhoto(content), failing(code), code);
  assert.ok(process.memoryUsage().rss - rss_before < 300 * 1024 * 1024, 'nothing large was opened');
});
