import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { sql } from 'kysely';
import { embeddingVersion, embedPicture } from '#areas/garments/index.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { sampleBoutique, sampleProduct } from '../boutiques/sample-boutique.ts';
import { removeBoutiqueProduct } from '../boutiques/remove-boutique.ts';
import { saveBoutique } from '../boutiques/save-boutique.ts';
import { saveBoutiqueProduct } from '../boutiques/save-boutique-product.ts';
import { listAlike } from '../window/list-alike.ts';
import { embed_picture, embed_new } from './embed-pictures.ts';
import { listProductEmbeddings, listNotEmbedded, tries_max } from './embedding.store.ts';
import { originalKey } from './picture-files.ts';
import { savePicture } from './save-picture.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
  await saveBoutique(house.ctx(), sampleBoutique());
});
after(() => house.close());

const drawn = (fill: string): Promise<Buffer> => {
  const shirt = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><path d="M120 90 L280 90 L360 170 L310 210 L280 180 L280 330 L120 330 L120 180 L90 210 L40 170Z" fill="${fill}"/></svg>`;
  return sharp(Buffer.from(shirt)).webp({ lossless: true }).toBuffer();
};
const hang = (product_id: string, content: Buffer, kind: 'flat' | 'worn' = 'flat', position = 0) =>
  savePicture(house.ctx(), { product_id, position, kind, color: 'Navy', alt: 'A shirt', content });
const sell = async (slug: string): Promise<string> => (await saveBoutiqueProduct(house.ctx(), sampleProduct({ slug }))).id;
const embed = () => house.runJobs(embed_picture.name);
const alikeTo = async (content: Buffer, except: string | null = null): Promise<string[]> => {
  const embedded = await embedPicture(house.ctx(), content, true);
  return (await listAlike(house.ctx(), { embedded, category: 'shirt', except, count: 8 })).map(({ slug }) => slug);
};

test('a flat picture is embedded when it is hung, a worn one is not, and what looks like it is found until it is no longer sold', async () => {
  const [content, id] = [await drawn('#1c2740'), await sell('blue')];
  await hang(id, content);
  await hang(id, await drawn('#333333'), 'worn', 1);
  await embed();
  assert.deepEqual(
    (await listProductEmbeddings(house.ctx(), embeddingVersion(house.ctx()))).map(({ product_id }) => product_id),
    [id],
  );
  assert.deepEqual(await alikeTo(content), ['blue']);
  assert.deepEqual(await alikeTo(content, id), [], 'it is not like itself');
  await removeBoutiqueProduct(house.ctx(), 'blue');
  assert.deepEqual(await alikeTo(content), []);
});

test('pictures that were never embedded, or by another network, are handed in once an hour', async () => {
  const id = await sell('old');
  const picture = await hang(id, await drawn('#556677'));
  await embed();
  const missing = () => listNotEmbedded(house.ctx(), { version: embeddingVersion(house.ctx()), limit: 10 });
  assert.deepEqual(await missing(), []);
  await sql`update catalog_embeddings set network_version = 'garment-0'`.execute(house.ctx().db);
  assert.deepEqual(await listProductEmbeddings(house.ctx(), embeddingVersion(house.ctx())), []);
  assert.deepEqual(await missing(), [picture.id]);
  await embed_new.run(house.ctx(), {});
  await embed();
  assert.deepEqual(await missing(), []);
});

test('a picture that can never be embedded lets others go first, and ends after some tries, until the network is another', async () => {
  const version = embeddingVersion(house.ctx());
  const list = (limit: number) => listNotEmbedded(house.ctx(), { version, limit });
  await embed();
  const damaged = (await hang(await sell('damaged'), await drawn('#884400'))).id;
  const lost = (await hang(await sell('lost'), await drawn('#448800'))).id;
  await house.ctx().storage.put(originalKey(damaged), Buffer.from('no picture'), house.ctx().signal);
  await house.ctx().storage.delete(originalKey(lost));
  await embed();
  const fresh = (await hang(await sell('fresh'), await drawn('#004488'))).id;
  assert.deepEqual(await list(1), [fresh], 'although those that failed came first');
  assert.deepEqual((await list(9)).toSorted(), [damaged, lost, fresh].toSorted());
  await embed();
  for (let hour = 0; hour < tries_max + 2; hour += 1) {
    await embed_new.run(house.ctx(), {});
    await embed();
  }
  assert.deepEqual(await list(9), []);
  assert.deepEqual((await listNotEmbedded(house.ctx(), { version: 'garment-next', limit: 9 })).includes(damaged), true);
  const { rows } = await sql<{ picture_id: string }>`select picture_id from catalog_embedding_tries`.execute(house.ctx().db);
  assert.deepEqual(rows.map(({ picture_id }) => picture_id).toSorted(), [damaged, lost].toSorted(), 'what was embedded is not counted');
});

test('a picture that went before it was embedded is left', async () => {
  const first = await hang(await sell('changed'), await drawn('#aa2222'));
  const { id: product_id } = await saveBoutiqueProduct(house.ctx(), sampleProduct({ slug: 'changed' }));
  const second = await hang(product_id, await drawn('#22aa22'));
  await embed();
  const { rows } = await sql<{ picture_id: string }>`select picture_id from catalog_embeddings`.execute(house.ctx().db);
  const ids = rows.map(({ picture_id }) => picture_id);
  assert.deepEqual([ids.includes(first.id), ids.includes(second.id)], [false, true]);
});
