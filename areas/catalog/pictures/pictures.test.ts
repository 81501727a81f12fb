import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { Product } from '#contract/catalog.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { removeBoutique } from '../boutiques/remove-boutique.ts';
import { sampleBoutique, sampleProduct } from '../boutiques/sample-boutique.ts';
import { saveBoutique } from '../boutiques/save-boutique.ts';
import { saveBoutiqueProduct } from '../boutiques/save-boutique-product.ts';
import { delete_picture_files } from './picture-files.ts';
import { savePicture, type PictureDraft } from './save-picture.ts';

let house: TestHouse;
let product_id: string;
before(async () => {
  house = await testHouse();
  await saveBoutique(house.ctx(), sampleBoutique());
  product_id = (await saveBoutiqueProduct(house.ctx(), sampleProduct())).id;
});
after(() => house.close());

const get = (path: string, headers = {}) => house.server.inject({ method: 'GET', url: path, headers });
/** A disc on nothing: what is outside of it is see-through. */
const drawn = (width: number, height = width, color = '#336699') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><circle cx="50%" cy="50%" r="${width / 4}" fill="${color}"/></svg>`,
    ),
  );
const webp = (width: number, height?: number, color?: string) => drawn(width, height, color).webp().toBuffer();
const save = (changes: Partial<PictureDraft>) =>
  webp(1600, 2000).then((content) =>
    savePicture(house.ctx(), { product_id, position: 0, kind: 'flat', color: 'Navy', alt: 'A shirt, lying flat', content, ...changes }),
  );
const filesOf = async (id: string): Promise<string[]> =>
  (await house.ctx().storage.list(`catalog/pictures/${id}/`)).objects.map(({ key }) => key.split('/').at(-1)!);
const picturesOf = async (): Promise<Product['pictures']> => (await get(`/v1/products/${product_id}`)).json<Product>().pictures;
const refusing = (field: string) => (error: unknown) =>
  error instanceof AppError && error.code === 'request.invalid' && error.fields?.[field] !== undefined;

test('a picture is served in its widths, see-through as it was, to be kept for good', async () => {
  const { id } = await save({});
  const [shown] = await picturesOf();
  assert.deepEqual(shown, {
    url: `/pictures/${id}/1200.webp`,
    width: 1200,
    height: 1500,
    kind: 'flat',
    color: 'Navy',
    alt: 'A shirt, lying flat',
    has_alpha: true,
  });
  for (const width of [240, 480, 800, 1200]) {
    for (const time of ['first', 'second']) {
      const answer = await get(`/pictures/${id}/${width}.webp`);
      assert.equal(answer.statusCode, 200, `${time} ${width}`);
      assert.equal(answer.headers['content-type'], 'image/webp');
      assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
      const image = sharp(answer.rawPayload);
      const facts = await image.metadata();
      assert.deepEqual([facts.format, facts.width, facts.height, facts.hasAlpha], ['webp', width, Math.round(width * 1.25), true]);
      const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
      assert.equal(data[3], 0, 'the corner is see-through');
      assert.equal(data[(Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 4 + 3], 255);
    }
  }
  assert.deepEqual(await filesOf(id), ['1200.webp', '240.webp', '480.webp', '800.webp', 'original.webp']);
});

test('who has a picture already gets no bytes', async () => {
  const { id } = await save({});
  const first = await get(`/pictures/${id}/240.webp`);
  const again = await get(`/pictures/${id}/240.webp`, { 'if-none-match': first.headers.etag });
  assert.deepEqual([again.statusCode, again.rawPayload.length, again.headers.etag], [304, 0, first.headers.etag]);
  assert.notEqual((await get(`/pictures/${id}/480.webp`)).headers.etag, first.headers.etag);
  const head = await house.server.inject({ method: 'HEAD', url: `/pictures/${id}/240.webp` });
  assert.deepEqual([head.statusCode, head.rawPayload.length], [200, 0]);
});

test('a picture is never made wider than it is', async () => {
  const content = await webp(500, 400);
  const { id } = await save({ content, position: 3 });
  const shown = (await picturesOf()).find(({ url }) => url.includes(id));
  assert.deepEqual([shown?.width, shown?.height], [500, 400]);
  for (const [asked, width] of [
    [240, 240],
    [480, 480],
    [800, 500],
    [1200, 500],
  ])
    assert.equal((await sharp((await get(`/pictures/${id}/${asked}.webp`)).rawPayload).metadata()).width, width);
  assert.ok((await get(`/pictures/${id}/1200.webp`)).rawPayload.equals(content), 'as it was handed in');
});

test('other widths, kinds and pictures are not there', async () => {
  const { id } = await save({});
  for (const [path, status] of [
    [`/pictures/${newId()}/240.webp`, 404],
    [`/pictures/${id}/241.webp`, 400],
    [`/pictures/${id}/original.webp`, 400],
    ['/pictures/nonsense/240.webp', 400],
    [`/pictures/${id}/240.png`, 404],
    [`/pictures/${id}`, 404],
  ] as const) {
    const answer = await get(path, { accept: 'text/html' });
    assert.equal(answer.statusCode, status, path);
    assert.ok(answer.json<{ error: object }>().error, 'in the shape of every error');
    assert.ok(!answer.headers['cache-control']?.includes('immutable'));
  }
});

test('many who ask for one width at the same time all get it', async () => {
  const { id } = await save({ content: await webp(900, 900, '#aa3311'), position: 4 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => get(`/pictures/${id}/480.webp`)));
  assert.deepEqual(new Set(answers.map(({ statusCode }) => statusCode)), new Set([200]));
});

test('the same picture again keeps its address, another one gets its own and the old one goes', async () => {
  const place = { position: 5, color: null };
  const first = await save({ ...place, content: await webp(300) });
  assert.deepEqual(await save({ ...place, content: await webp(300), alt: 'In other words' }), first);
  assert.equal((await picturesOf()).find(({ url }) => url.includes(first.id))?.alt, 'In other words');
  const second = await save({ ...place, content: await webp(301) });
  assert.notEqual(second.id, first.id);
  assert.equal((await get(`/pictures/${first.id}/240.webp`)).statusCode, 404);
  await delete_picture_files.run(house.ctx(), { picture_ids: [first.id] });
  assert.deepEqual(await filesOf(first.id), []);
  assert.deepEqual(await filesOf(second.id), ['original.webp']);
});

test('a PNG becomes WebP', async () => {
  const { id } = await save({ position: 6, content: await drawn(260).png().toBuffer() });
  const facts = await sharp((await get(`/pictures/${id}/1200.webp`)).rawPayload).metadata();
  assert.deepEqual([facts.format, facts.width, facts.hasAlpha], ['webp', 260, true]);
});

test('what is no picture, or has no place, is refused and leaves no file', async () => {
  const before_it = (await house.ctx().storage.list('catalog/')).objects.length;
  await assert.rejects(save({ content: Buffer.from('GIF89a, or so it says') }), refusing('content'));
  await assert.rejects(save({ content: await drawn(50).jpeg().toBuffer() }), refusing('content'));
  await assert.rejects(save({ content: new Uint8Array(10 * 1024 * 1024 + 1) }), refusing('content'));
  await assert.rejects(save({ color: 'Teal' }), refusing('color'));
  await assert.rejects(save({ alt: '' }), refusing('alt'));
  await assert.rejects(save({ position: 100 }), refusing('position'));
  await assert.rejects(save({ product_id: newId() }), (error) => error instanceof AppError && error.code === 'request.not_found');
  assert.equal((await house.ctx().storage.list('catalog/')).objects.length, before_it);
});

test('a removed boutique’s pictures are gone at once, their files soon', async () => {
  const ctx = house.ctx();
  await saveBoutique(ctx, sampleBoutique({ slug: 'brief', name: 'Brief' }));
  const other = await saveBoutiqueProduct(ctx, sampleProduct({ slug: 'brief-shirt', boutique: 'brief' }));
  const { id } = await save({ product_id: other.id });
  assert.equal((await get(`/pictures/${id}/240.webp`)).statusCode, 200);
  await removeBoutique(ctx, 'brief');
  assert.equal((await get(`/pictures/${id}/240.webp`)).statusCode, 404);
  const jobs = await ctx.queue.boss.findJobs(delete_picture_files.name);
  const mine = jobs.map(({ data }) => data as { picture_ids: string[] }).filter(({ picture_ids }) => picture_ids.includes(id));
  assert.equal(mine.length, 1);
  await delete_picture_files.run(ctx, mine[0]!);
  assert.deepEqual(await filesOf(id), []);
});
