import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { fakeFashn, type FakeFashn } from '#platform/testing/fake-fashn.ts';
import { fakeGemini, type FakeGemini } from '#platform/testing/fake-gemini.ts';
import { anonymousVisitor } from '#platform/testing/test-visitor.ts';
import { findBody } from '#platform/body-finder/find-body.ts';
import { drawPeople } from '#platform/testing/draw-person.ts';
import { shirtPng } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { builtInRenderer } from './built-in.ts';
import { fashnRenderer } from './outside/fashn.ts';
import { geminiRenderer } from './outside/gemini.ts';
import { guardOutside } from './outside/guard-outside.ts';
import type { Renderer, RenderWish } from './renderer.ts';
import { sampleRenderer } from './sample-renderer.ts';

// What every renderer keeps to, said once.
let [gemini, fashn]: [FakeGemini?, FakeFashn?] = [];
const renderers: readonly Renderer[] = [
  sampleRenderer(),
  builtInRenderer,
  {
    name: 'gemini',
    render: (...asked) => guardOutside(geminiRenderer({ ...gemini!, model: 'gemini-3.1-flash-image' })).render(...asked),
  },
  { name: 'fashn', render: (...asked) => guardOutside(fashnRenderer({ ...fashn!, model: 'tryon-v1.6', poll_ms: 1 })).render(...asked) },
];

let house: TestHouse;
let wish: RenderWish;
before(async () => {
  house = await testHouse();
  [gemini, fashn] = [await fakeGemini(), await fakeFashn()];
  const picture = await drawPeople([{ x: 0, y: 0, scale: 2 }], { width: 768, height: 1024 });
  const { width, height } = picture;
  const content = await sharp(picture.data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
  const { joints } = (await findBody(picture))!;
  const shirt = { content: await shirtPng(), media_type: 'image/png', width: 400, height: 400 };
  wish = {
    person_id: (await anonymousVisitor(house)).person_id,
    may_leave: true,
    photo: { content, media_type: 'image/jpeg', width, height },
    body: { joints },
    garments: [{ index: 3, shape: 'top', layer: 1, category: 'shirt', title: null, picture: shirt }],
    view_options: {},
  };
});
after(async () => {
  await Promise.all([gemini?.close(), fashn?.close()]);
  await house.close();
});

const never = new AbortController().signal;
const render = (renderer: Renderer, signal = never, onProgress: (share: number) => void = () => undefined) =>
  renderer.render(house.platform.systemCtx(), wish, { signal, onProgress });

for (const renderer of renderers) {
  test(`${renderer.name} gives pictures of the photo’s size, each what it says it is`, async () => {
    const { preview, layers } = await render(renderer);
    for (const file of [preview, ...(layers ? [layers.person, layers.garment, layers.shading] : [])]) {
      const { width, height, format } = await sharp(file.content).metadata();
      assert.deepEqual([width, height, `image/${format}`], [768, 1024, file.media_type]);
      assert.deepEqual([file.width, file.height], [768, 1024]);
    }
  });

  test(`${renderer.name} is sure between nought and one, and names parts of the session’s items`, async () => {
    const shares: number[] = [];
    const { confidence, parts } = await render(renderer, never, (share) => shares.push(share));
    assert.ok(confidence >= 0 && confidence <= 1);
    assert.ok(parts.length > 0);
    for (const part of parts) assert.ok(part.garment === 3 && part.confidence >= 0 && part.confidence <= 1);
    assert.ok(shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1));
  });

  test(`${renderer.name} changes the photo where the garment hangs, and leaves the face as it is`, async () => {
    const { preview } = await render(renderer);
    // A quarter of the size: whoever draws in another one may soften edges, and no more.
    const [width, height] = [192, 256];
    const small = (content: Buffer) => sharp(content).removeAlpha().resize(width, height).raw().toBuffer();
    const [data, photo] = [await small(preview.content), await small(wish.photo.content)];
    const changed = (left: number, top: number, side: number): number => {
      let sum = 0;
      for (let y = top; y < top + side; y++)
        for (let i = (y * width + left) * 3; i < (y * width + left + side) * 3; i++) sum += Math.abs(data[i]! - photo[i]!);
      return sum / (side * side * 3);
    };
    assert.ok(changed(86, 95, 20) > 20, 'the chest');
    assert.ok(changed(90, 27, 13) < 6, 'the face');
  });
}

test('ours tells how far it is while it draws, before the look is there', async () => {
  const shares: number[] = [];
  await render(builtInRenderer, never, (share) => shares.push(share));
  assert.ok(shares.length >= 3, JSON.stringify(shares));
  assert.deepEqual(
    shares,
    [...new Set(shares)].toSorted((a, b) => a - b),
  );
});

test('ours draws no look without one of its garments', async () => {
  const [shirt] = wish.garments;
  const empty = await sharp({ create: { width: 400, height: 400, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer();
  const renderWith = (garment: Partial<RenderWish['garments'][number]>) =>
    builtInRenderer.render(
      house.platform.systemCtx(),
      { ...wish, garments: [shirt!, { ...shirt!, ...garment }] },
      { signal: never, onProgress: () => undefined },
    );
  await assert.rejects(renderWith({ picture: { ...shirt!.picture, content: empty } }), { code: 'tryon.no_picture' });
});
