import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import type { CutOutMask, PhotoToCut } from './cut-out.ts';
import { drawCutOut } from './draw-cut-out.ts';
import { httpCutOut } from './http-cut-out.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;
let answer: Answer;
let url: string;
const server = createServer((request, response) => void answer(request, response));
before(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/remove`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const size = { width: 120, height: 80 };
const photo = async (): Promise<PhotoToCut> => ({
  ...size,
  content: await sharp({ create: { ...size, channels: 3, background: '#345678' } })
    .jpeg()
    .toBuffer(),
});
const disc = (opacity = 1, { width, height } = size): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><circle cx="50%" cy="50%" r="30" fill-opacity="${opacity}"/></svg>`,
    ),
  )
    .png()
    .toBuffer();
const cut = async (longest_ms = 5000, signal = new AbortController().signal): Promise<CutOutMask> =>
  httpCutOut(url, { longest_ms })({} as Ctx, await photo(), signal);
const failing = (code: string, detail: RegExp) => (error: unknown) => {
  assert.ok(error instanceof AppError, String(error));
  assert.equal(error.code, code);
  assert.match(error.detail ?? '', detail);
  return true;
};
const sends =
  (content: Buffer, type = 'image/png'): Answer =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': type }).end(content);

test('the photo is posted as rembg takes it, and the transparency that comes back is the mask', async () => {
  let got = '';
  answer = async (request, response) => {
    const body = await buffer(request);
    got = `${request.method} ${request.headers['content-type']?.split(';')[0]} ${/name="(\w+)"/.exec(body.toString('latin1'))?.[1]} ${body.includes(Buffer.from('\xff\xd8\xff', 'latin1'))}`;
    sends(await disc())(request, response);
  };
  const { alpha, doubts } = await cut();
  assert.equal(got, 'POST multipart/form-data file true');
  assert.deepEqual([alpha.length, alpha[0], alpha[40 * 120 + 60], doubts], [120 * 80, 0, 255, []]);
});

test('a service that refuses, stalls, hangs up or is not there is away, which is tried again', async () => {
  answer = (_request, response) => response.writeHead(500).end('out of memory');
  await assert.rejects(cut(), failing('garments.cut_out_unavailable', /answered 500/));
  answer = (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  await assert.rejects(cut(), failing('garments.cut_out_unavailable', /does not answer/));
  answer = () => undefined;
  await assert.rejects(cut(150), failing('garments.cut_out_unavailable', /does not answer/));
  answer = (_request, response) => response.writeHead(200, { 'content-length': '9999' }).write('half', () => response.destroy());
  await assert.rejects(cut(), failing('garments.cut_out_unavailable', /does not answer/));
  url = url.replace(/:\d+/, ':1');
  await assert.rejects(cut(), failing('garments.cut_out_unavailable', /does not answer/));
  url = url.replace(/:1\//, `:${(server.address() as AddressInfo).port}/`);
});

test('who gives up waiting is told their own reason', async () => {
  answer = () => undefined;
  await assert.rejects(cut(5000, AbortSignal.timeout(50)), { name: 'TimeoutError' });
});

test('a service that lies is not believed: a page, another size, a bomb, or nothing taken away', async () => {
  answer = sends(Buffer.from('<html>Sign in to the Wi-Fi</html>'), 'image/png');
  await assert.rejects(cut(), failing('garments.cut_out_unavailable', /no picture/));
  answer = sends(await disc(1, { width: 60, height: 40 }));
  await assert.rejects(cut(), failing('garments.cut_out_unavailable', /60 x 40/));
  answer = sends(await disc(1, { width: 3000, height: 3000 }));
  await assert.rejects(cut(), failing('garments.cut_out_unavailable', /no picture/));
  for (const picture of [
    await sharp({ create: { ...size, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer(),
    await disc(0),
  ]) {
    answer = sends(picture);
    await assert.rejects(
      cut().then(async (mask) => drawCutOut(await photo(), mask, { bg_color: 'transparent', clean_format: 'png' })),
      failing('garments.no_garment_found', /%/),
    );
  }
});

test('what is drawn is see-through where it should be, or stands on our own white, in the form that was asked for', async () => {
  answer = sends(await disc());
  const [mask, taken] = [await cut(), await photo()];
  const corner = async (content: Buffer) => [...(await sharp(content).ensureAlpha().raw().toBuffer()).subarray(0, 4)];
  for (const [bg_color, clean_format, types] of [
    ['transparent', 'png', ['image/png', 'image/jpeg']],
    ['transparent', 'webp', ['image/webp', 'image/jpeg']],
    ['app-white', 'jpeg', ['image/png', 'image/jpeg', 'image/jpeg']],
    ['app-white', 'webp', ['image/png', 'image/webp', 'image/jpeg']],
    ['app-white', 'png', ['image/png', 'image/png', 'image/jpeg']],
  ] as const) {
    const pictures = await drawCutOut(taken, mask, { bg_color, clean_format });
    assert.deepEqual(
      pictures.map(({ media_type }) => media_type),
      types,
    );
    for (const { kind, media_type, content, width } of pictures) {
      assert.equal(`image/${(await sharp(content).metadata()).format}`, media_type);
      // The small one is drawn from near: the disc, and a little around it.
      assert.equal(width, kind === 'thumb' ? 64 : 120);
      const [r, g, b, a] = await corner(content);
      if (kind === 'clean') assert.equal(a, 0);
      else
        assert.ok(
          a === 255 && [r! - 0xfc, g! - 0xfb, b! - 0xf8].every((off) => Math.abs(off) <= (kind === 'thumb' ? 8 : 3)),
          `${kind} ${clean_format}: ${[r, g, b, a].join()}`,
        );
    }
  }
});
