import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, afterEach, before, test } from 'node:test';
import sharp from 'sharp';
import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { personJpeg, photographPerson, shirtPng } from '#platform/testing/dressed-visitor.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { testShop, type TestShop } from '#platform/testing/test-shop.ts';
import { anonymousVisitor } from '#platform/testing/test-visitor.ts';
import { sampleRenderer } from '../renderers/sample-renderer.ts';
import { lookAtPhoto } from '../photos/look-at-photo.ts';
import { renderSession } from './render-session.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());
let shop: TestShop | undefined;
afterEach(() => shop?.close());

type Serve = (request: IncomingMessage, response: ServerResponse) => void;
const answer =
  (content: Buffer | string, { status = 200, type = 'image/jpeg' } = {}): Serve =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(content);
  };
const onWhite = async (): Promise<Buffer> =>
  sharp(await shirtPng())
    .flatten({ background: '#ffffff' })
    .jpeg()
    .toBuffer();

let count = 0;
/** Tries on a product whose page was handed over and whose picture lies with a shop that serves so, over real HTTP. */
async function tryOnFromShop(serve: Serve, robots?: Serve) {
  shop = await testShop(serve, { db: house.platform.database.db, ...(robots ? { robots } : {}) });
  const open = shop;
  const who = await anonymousVisitor(house);
  const page = sampleProductPage({ code: `TT${200 + count++}` });
  const { product_id } = (await who.call<{ product_id: string }>('POST', '/v1/tryon/start', { page_html: page })).body;
  // Pages name https addresses only; the shop for tests has the same path without a certificate.
  const readFile: Ctx['outbound']['readFile'] = (url, ...rest) => open.outbound.readFile(open.link(new URL(url).pathname), ...rest);
  const ctx: Ctx = { ...house.platform.systemCtx(), outbound: { ...open.outbound, readFile } };
  const tryOn = async () => {
    const body = { photo_id: await photographPerson(house, who), items: [product_id] };
    const made = await who.call<TryOnSession>('POST', '/v1/tryon/sessions', body);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    await renderSession(ctx, made.body.session_id, [sampleRenderer()]);
    return (await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${made.body.session_id}`)).body;
  };
  return { tryOn, asked: () => open.asked.filter((path) => path !== '/robots.txt').length };
}

test('the picture of a retailer’s product is fetched from its shop, cut out, and kept for a day', async () => {
  const { tryOn, asked } = await tryOnFromShop(answer(await onWhite()));
  const first = await tryOn();
  assert.deepEqual([first.status, first.items[0]!.boutique], ['completed', null]);
  assert.equal((await tryOn()).status, 'completed');
  assert.equal(asked(), 1);
});

test('a shop that does not let programs have it is obeyed, and that is told', async () => {
  const robots = answer('User-agent: *\nDisallow: /s7-img-facade/\n', { type: 'text/plain' });
  const forbidden = await tryOnFromShop(answer(await onWhite()), robots);
  const { status, error } = await forbidden.tryOn();
  assert.deepEqual([status, error?.code, forbidden.asked()], ['failed', 'tryon.shop_picture_refused', 0]);
  await shop!.close();
  for (const serve of [
    answer('no', { status: 403 }),
    answer('<html>Are you human?</html>', { type: 'text/html' }),
    answer('gone', { status: 404 }),
  ]) {
    const { tryOn } = await tryOnFromShop(serve);
    assert.equal((await tryOn()).error?.code, 'tryon.shop_picture_refused');
    await shop!.close();
  }
});

test('a shop that is away is told apart: later it may give it', async () => {
  const { tryOn } = await tryOnFromShop(answer('busy', { status: 503 }));
  const { status, error } = await tryOn();
  assert.deepEqual([status, error?.code], ['failed', 'tryon.shop_picture_away']);
});

test('a garment that somebody wears in the picture is not cut out with them', async () => {
  const { tryOn } = await tryOnFromShop(answer(await personJpeg()));
  assert.equal((await tryOn()).error?.code, 'tryon.shop_picture_worn');
});

test('nor one whose wearer is small in the picture', async () => {
  const small = await personJpeg([{ x: 0, y: 0, scale: 2 }]).then((large) => sharp(large).resize({ width: 240 }).jpeg().toBuffer());
  const seen = await lookAtPhoto({ content: small });
  const { tryOn } = await tryOnFromShop(answer(small));
  assert.deepEqual([seen.problem, (await tryOn()).error?.code], ['tryon.photo_too_small', 'tryon.shop_picture_worn']);
});
