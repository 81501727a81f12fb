import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { Product } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { forget_shop_pictures, readShopPicture } from './shop-picture.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const day_s = 24 * 3600;
const productAt = (url: string | null): Product =>
  ({ boutique: null, product_image: url, product_images: url === null ? [] : [url] }) as unknown as Product;
const blue = () =>
  sharp({ create: { width: 1500, height: 2000, channels: 3, background: 'navy' } })
    .jpeg()
    .toBuffer();
/** A shop that has a picture, or is away, and counts who asks. */
function withShop(give: () => Promise<Buffer>): { ctx: Ctx; asked: () => number } {
  let asked = 0;
  const ctx = house.platform.systemCtx();
  const readFile: Ctx['outbound']['readFile'] = async (url) => {
    asked += 1;
    return { url, content_type: 'image/jpeg', bytes: await give() };
  };
  return { ctx: { ...ctx, outbound: { ...ctx.outbound, readFile } }, asked: () => asked };
}
const away = () => Promise.reject(new AppError('catalog.retailer_unavailable', { message: 'Away.' }));

test('a picture is fetched once a day, made small, and serves for a week where its shop is away', async () => {
  const product = productAt('https://shop.test/a.jpg');
  const open = withShop(blue);
  const first = (await readShopPicture(open.ctx, product))!;
  assert.deepEqual(
    await sharp(first)
      .metadata()
      .then(({ width, height }) => [width, height]),
    [768, 1024],
  );
  await readShopPicture(open.ctx, product);
  assert.equal(open.asked(), 1);
  house.clock.pass(day_s + 1);
  const shut = withShop(away);
  assert.deepEqual(await readShopPicture(shut.ctx, product), first);
  assert.equal(shut.asked(), 1, 'it was asked first');
  house.clock.pass(7 * day_s);
  await assert.rejects(readShopPicture(shut.ctx, product), { code: 'catalog.retailer_unavailable' });
  const files = async () => (await house.ctx().storage.list('catalog/shop-pictures/')).objects.length;
  assert.equal(await files(), 1);
  await forget_shop_pictures.run(house.platform.systemCtx(), {});
  assert.equal(await files(), 0);
  assert.equal((await house.platform.database.pool.query('select 1 from catalog_shop_pictures')).rowCount, 0);
});

test('a shop that answers otherwise is believed, whatever it had before', async () => {
  const product = productAt('https://shop.test/c.jpg');
  await readShopPicture(withShop(blue).ctx, product);
  house.clock.pass(day_s + 1);
  for (const code of ['catalog.page_refused', 'platform.storage_unavailable'] as const) {
    const refusing = withShop(() => Promise.reject(new AppError(code, { message: 'No.' })));
    await assert.rejects(readShopPicture(refusing.ctx, product), { code });
  }
  const page = withShop(() => Promise.resolve(Buffer.from('<html>no</html>')));
  await assert.rejects(readShopPicture(page.ctx, product), { code: 'garments.not_a_picture' });
});

test('what is no picture is refused and not kept; a product without one has none', async () => {
  const { ctx, asked } = withShop(() => Promise.resolve(Buffer.from('<html>no</html>')));
  const product = productAt('https://shop.test/b.jpg');
  for (let again = 0; again < 2; again++) await assert.rejects(readShopPicture(ctx, product), { code: 'garments.not_a_picture' });
  assert.equal(asked(), 2);
  assert.equal(await readShopPicture(ctx, productAt(null)), undefined);
  assert.equal(await readShopPicture(ctx, { ...product, boutique: { slug: 'x' } } as unknown as Product), undefined);
});
