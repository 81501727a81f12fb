import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import sharp from 'sharp';
import type { Ctx } from '#platform/area/context.ts';
import { makeWorkers } from '#platform/workers/make-workers.ts';
import { builtInCutOut } from './built-in-cut-out.ts';
import type { PhotoToCut } from './cut-out.ts';

const workers = makeWorkers();
after(() => workers.stop());
const ctx = { workers } as unknown as Ctx;
const never = new AbortController().signal;
const [width, height] = [600, 480];
/** A garment's outline: body and two sleeves. */
const outline = 'M200 90 L400 90 L520 190 L470 240 L410 190 L410 400 L190 400 L190 190 L130 240 L80 190 Z';
const draw = (fill: string, floor: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${floor}"/><path d="${outline}" fill="${fill}"/></svg>`,
    ),
  )
    .removeAlpha()
    .png()
    .toBuffer();
/** With grain, as any photo has. */
async function photo(fill: string, floor: string): Promise<PhotoToCut> {
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 6 } },
  })
    .png()
    .toBuffer();
  const content = await sharp(await draw(fill, floor))
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 88 })
    .toBuffer();
  return { content, width, height };
}

test('a garment is told from a plain floor, pixel by pixel, in a thread beside the server', async () => {
  const { alpha } = await builtInCutOut(ctx, await photo('#28407a', '#d8cfc0'), never);
  const wanted = await sharp(await draw('white', 'black'))
    .extractChannel(0)
    .raw()
    .toBuffer();
  let [both, either] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    const [found, is_garment] = [alpha[i]! > 127, wanted[i]! > 127];
    if (found && is_garment) both += 1;
    if (found || is_garment) either += 1;
  }
  assert.ok(both / either > 0.97, `intersection over union ${(both / either).toFixed(3)}`);
});

test('the same photo gives the same cut-out', async () => {
  const one = await photo('#a03028', '#e8e8e8');
  assert.deepEqual(await builtInCutOut(ctx, one, never), await builtInCutOut(ctx, one, never));
});

test('a photo of a floor and nothing else gives no garment, or a doubt', async () => {
  const empty = await photo('#d8cfc0', '#d8cfc0');
  const { doubts } = await builtInCutOut(ctx, empty, never).catch((error: { code?: string }) => ({ doubts: [error.code ?? ''] }));
  assert.ok(doubts.length > 0, 'nobody is sure of nothing');
});

test('whoever stops waiting ends the thread', async () => {
  const leaving = new AbortController();
  const cutting = builtInCutOut(ctx, await photo('#28407a', '#d8cfc0'), leaving.signal);
  leaving.abort(new Error('stopping'));
  await assert.rejects(cutting, /stopping/);
});
