import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { saveBoutique, saveBoutiqueProduct } from '#areas/catalog/index.ts';
import type { Item } from '#contract/wardrobe.ts';
import { bringBack, downloadOf, handIn, importOf, unzip, withData, zipOf } from '#platform/testing/bring-back.ts';
import { sampleBoutique, sampleShirt } from '#platform/testing/sample-boutique.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
let product_id: string;
before(async () => {
  house = await testHouse();
  await saveBoutique(house.ctx(), sampleBoutique());
  product_id = (await saveBoutiqueProduct(house.ctx(), sampleShirt('kept-shirt'))).id;
});
after(() => house.close());

const size = { width: 200, height: 160 };
const mask_png = (
  await sharp(
    Buffer.from(
      '<svg width="200" height="160"><rect width="200" height="160" fill="#000"/><circle cx="100" cy="80" r="60" fill="#fff"/></svg>',
    ),
  )
    .png()
    .toBuffer()
).toString('base64');
const wardrobeOf = async (who: Visitor): Promise<Item[]> => (await who.call<{ items: Item[] }>('GET', '/v1/wardrobe?shelf=all')).body.items;
const pictureAt = async (url: string | null) => (await house.server.inject({ method: 'GET', url: url! })).rawPayload;
const exportOf = async (who: Visitor) =>
  (await who.call<{ areas: Record<string, Record<string, Row[]>> }>('GET', '/v1/me/export')).body.areas;
type Row = Record<string, unknown>;

async function addShirt(who: Visitor, draft: object = {}): Promise<string> {
  const { body } = await who.call<{ item: Item; upload_url: string }>('POST', '/v1/items', { title: 'Blue shirt', ...draft });
  const payload = await sharp({ create: { ...size, channels: 3, background: '#204060' } })
    .jpeg()
    .toBuffer();
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload });
  await who.call('PUT', `/v1/items/${body.item.id}/image-uploaded`, { background: 'original' });
  await house.runJobs('garments.take_in');
  return body.item.id;
}

async function did<T = object>(who: Visitor, ...asked: Parameters<Visitor['call']>) {
  const answer = await who.call<T>(...asked);
  assert.ok(answer.status < 300, `${asked[1]} ${JSON.stringify(answer.body)}`);
  assert.ok(!JSON.stringify(answer.body).includes('"refused"'), JSON.stringify(answer.body));
  return answer;
}

/** Somebody with something of everything. */
async function livedIn(): Promise<{ who: Visitor; shirt: string }> {
  const who = await accountVisitor(house);
  const shirt = await addShirt(who, {
    brand: 'Loja',
    tags: ['work'],
    price_minor: 4900,
    currency: 'EUR',
    bought_on: '2026-01-02',
    season: ['spring'],
  });
  await did(who, 'POST', `/v1/items/${shirt}/background-clean`, { mask_png, preferred_bg_color: 'app-white' });
  await house.runJobs('garments.cut_out');
  for (const worn_on of ['2026-02-01', '2026-02-03']) await did(who, 'POST', `/v1/items/${shirt}/worn`, { worn_on });
  await did(who, 'POST', `/v1/items/${shirt}/washed`, { washed_on: '2026-02-02' });
  const coat = (await did<{ item: Item }>(who, 'POST', '/v1/items', { title: 'Coat' })).body.item.id;
  await did(who, 'PATCH', `/v1/items/${coat}`, { archive_reason: 'given_away' });
  await did(who, 'POST', '/v1/items', { product_id });
  await did(who, 'POST', '/v1/saved', { kind: 'product', id: product_id });
  await did(who, 'PATCH', '/v1/me', { name: 'Ada', prefs: { units: 'in', favorite_styles: ['plain'] } });
  await did(who, 'PATCH', `/v1/profiles/${who.profile_id}`, { sizing: 'women' });
  const { body: child } = await did<{ id: string }>(who, 'POST', '/v1/profiles', { name: 'Kim' });
  await did(who, 'PATCH', `/v1/profiles/${who.profile_id}/measurements`, { height_cm: 170, chest_cm: 92 });
  await did(who, 'PATCH', `/v1/profiles/${child.id}/measurements`, { height_cm: 120 });
  await did(who, 'PUT', `/v1/profiles/${who.profile_id}/build`, { belly: 1 });
  await did(who, 'POST', `/v1/profiles/${who.profile_id}/owned-garments`, { brand: 'Theory', category: 'shirt', size: 'M' });
  await did(who, 'PUT', `/v1/profiles/${who.profile_id}/fit-zones/knitwear/chest`, { low_cm: 101, high_cm: 109 });
  const { body: fitting } = await did<{ session_id: string }>(who, 'POST', '/v1/tryon/start', { product_id });
  const feedback = { size_tried: 'M', fit_feedback: { overall: 'perfect' }, would_keep: true };
  await did(who, 'POST', '/v1/tryon/submit', { session_id: fitting.session_id, ...feedback });
  await did(who, 'POST', '/v1/outcomes', {
    outcomes: [{ external_id: '1', product_id, size: 'M', outcome: 'returned', reason: 'too_large' }],
  });
  return { who, shirt };
}

/** What should be equal, whoever's it is: no ids of rows, no times of ours. */
async function gist(who: Visitor) {
  const areas = await exportOf(who);
  const pick = (rows: Row[] | undefined, ...names: string[]) => (rows ?? []).map((row) => names.map((name) => row[name]));
  const said = [
    'title',
    'brand',
    'product_id',
    'product_color',
    'colors',
    'tags',
    'price_minor',
    'currency',
    'season',
    'bought_on',
    'category',
  ];
  const { wardrobe = {}, fit = {}, people = {}, garments = {} } = areas;
  const person = people['person'] as unknown as { name: string; prefs: object };
  return {
    items: pick(wardrobe['items'], ...said, 'archived_at', 'archive_reason', 'created_at'),
    // Days are told in any order.
    wears: pick(wardrobe['wears'], 'worn_on').map(String).toSorted(),
    washes: pick(wardrobe['washes'], 'washed_on').map(String).toSorted(),
    saved: pick(wardrobe['saved'], 'kind', 'id', 'saved_at'),
    person: [person.name, person.prefs],
    profiles: pick(people['profiles'], 'name', 'is_self', 'sizing'),
    bodies: (fit['profiles'] ?? []).map((row) => [
      row['measurements'],
      row['build'],
      pick(row['owned_garments'] as Row[], 'brand', 'category', 'size', 'overall', 'created_at'),
      pick(row['fit_zones'] as Row[], 'kind', 'name', 'low_cm', 'high_cm', 'set_at'),
    ]),
    tries: [
      pick(fit['feedback'], 'size_tried', 'fit_feedback', 'would_keep', 'created_at'),
      pick(fit['outcomes'], 'product_id', 'size', 'outcome', 'reason', 'at'),
    ],
    looks: pick(garments['garments'], 'wants_clean', 'bg_color', 'clean_format', 'clean_state', 'photo_state').map(String).toSorted(),
    pictures: pick(garments['pictures'], 'kind', 'media_type', 'width', 'height').map(String).toSorted(),
  };
}

test('what one account gave comes back in another: words, log, pictures with their cut-out, sizes and tries', async () => {
  const { who } = await livedIn();
  const other = await accountVisitor(house);
  const zip = await downloadOf(house, who);
  const { state, problem, result, steps, steps_done } = await bringBack(house, other, zip);
  assert.deepEqual([state, problem, steps_done], ['done', null, steps]);
  assert.deepEqual(result, {
    added: {
      preferences: 3,
      profiles: 1,
      measurements: 4,
      owned_garments: 1,
      fit_zones: 1,
      tries: 2,
      garments: 3,
      wears: 2,
      washes: 1,
      saved: 1,
    },
    known: { profiles: 1 },
    photos: 1,
    skipped: [],
    not_taken: ['people.sessions'],
  });
  const [there, here] = [await gist(who), await gist(other)];
  // A garment without a photo waits for one there, and here too.
  assert.deepEqual(here, there);
  const [shirt_there, shirt_here] = [await wardrobeOf(who), await wardrobeOf(other)].map((items) =>
    items.find(({ title }) => title === 'Blue shirt')!,
  );
  for (const name of ['image_original', 'image_clean', 'thumb'] as const) {
    const [one, same] = [await pictureAt(shirt_there![name]), await pictureAt(shirt_here![name])];
    const [pixels, others] = await Promise.all([one, same].map((picture) => sharp(picture).ensureAlpha().raw().toBuffer()));
    assert.equal(pixels!.length, others!.length);
    const furthest = pixels!.reduce((most, value, i) => Math.max(most, Math.abs(value - others![i]!)), 0);
    assert.ok(furthest <= 12, `${name}: ${furthest} of 255`);
  }
});

test('the same zip again, here or there, adds nothing', async () => {
  const { who } = await livedIn();
  const zip = await downloadOf(house, who);
  const at_first = await gist(who);
  const same = await bringBack(house, who, zip);
  assert.deepEqual([same.state, same.result!.added, same.result!.photos], ['done', {}, 0]);
  assert.deepEqual(await gist(who), at_first);
  const other = await accountVisitor(house);
  await bringBack(house, other, zip);
  const once = await gist(other);
  const again = await bringBack(house, other, zip);
  assert.deepEqual([again.result!.added, again.result!.photos, again.result!.known['garments']], [{}, 0, 3]);
  assert.deepEqual(await gist(other), once);
});

test('what is here is never changed, and gaps are filled: deleted photos come back', async () => {
  const { who, shirt } = await livedIn();
  const zip = await downloadOf(house, who);
  await who.call('DELETE', '/v1/me/photos');
  await who.call('PATCH', `/v1/items/${shirt}`, { title: 'My best shirt' });
  await did(who, 'PATCH', `/v1/profiles/${who.profile_id}/measurements`, { height_cm: 171, chest_cm: null });
  const { result } = await bringBack(house, who, zip);
  assert.deepEqual([result!.added, result!.photos], [{ measurements: 1 }, 1]);
  const item = (await who.call<Item>('GET', `/v1/items/${shirt}`)).body;
  assert.deepEqual([item.title, item.photo.state, item.photo.clean_state], ['My best shirt', 'ready', 'ready']);
  assert.deepEqual((await who.call('GET', `/v1/profiles/${who.profile_id}/measurements`)).body, { height_cm: 171, chest_cm: 92 });
});

test('a chain of servers keeps one name for a garment, and the same product is one garment', async () => {
  const { who } = await livedIn();
  const [second, third] = [await accountVisitor(house), await accountVisitor(house)];
  await third.call('POST', '/v1/items', { product_id, title: 'Mine already' });
  const first_zip = await downloadOf(house, who);
  await bringBack(house, second, first_zip);
  const from_second = await bringBack(house, third, await downloadOf(house, second));
  assert.deepEqual([from_second.result!.added['garments'], from_second.result!.known['garments']], [2, 1]);
  const from_first = await bringBack(house, third, first_zip);
  assert.deepEqual(from_first.result!.added, {});
  assert.equal((await wardrobeOf(third)).length, 3);
});

test('a photo is brought back with the wish for its background when its cut-out is not there', async () => {
  const who = await accountVisitor(house);
  const id = await addShirt(who);
  await who.call('POST', `/v1/items/${id}/background-clean`, { mask_png });
  await house.runJobs('garments.cut_out');
  const files = await unzip(await downloadOf(house, who));
  files.delete(`pictures/${id}/clean.png`);
  const other = await accountVisitor(house);
  await bringBack(house, other, await zipOf(files));
  const [item] = await wardrobeOf(other);
  assert.deepEqual([item!.photo.state, item!.photo.clean_state], ['ready', 'processing']);
});

test('a cut-out that is not of the photo is not believed', async () => {
  const who = await accountVisitor(house);
  const id = await addShirt(who);
  await who.call('POST', `/v1/items/${id}/background-clean`, { mask_png });
  await house.runJobs('garments.cut_out');
  const files = await unzip(await downloadOf(house, who));
  const foreign = { ...size, width: 100, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } } as const;
  files.set(`pictures/${id}/clean.png`, await sharp({ create: foreign }).png().toBuffer());
  const other = await accountVisitor(house);
  await bringBack(house, other, await zipOf(files));
  const [item] = await wardrobeOf(other);
  assert.deepEqual([item!.photo.state, item!.photo.clean_state, item!.background_cleaned], ['ready', 'processing', false]);
});

test('a zip that was unpacked and packed again, in a folder and with notes of another system, is read too', async () => {
  const { who } = await livedIn();
  const files = [...(await unzip(await downloadOf(house, who)))].flatMap(([path, content]): [string, Buffer][] => [
    [`toile-my-data/${path}`, content],
    [`__MACOSX/toile-my-data/._${path}`, Buffer.from('x')],
  ]);
  const { state, result } = await bringBack(house, await accountVisitor(house), await zipOf(files));
  assert.deepEqual([state, result!.added['garments'], result!.photos], ['done', 3, 1]);
});

test('without an account there is room for sixty garments, and what found none is told', async () => {
  const who = await accountVisitor(house);
  for (let i = 0; i < 62; i += 1) await who.call('POST', '/v1/items', { title: `Shirt ${i}` });
  const { result } = await bringBack(house, await anonymousVisitor(house), await downloadOf(house, who));
  assert.deepEqual([result!.added['garments'], result!.skipped], [60, [{ kind: 'garments', reason: 'full', count: 2 }]]);
});

test('what belongs to products that are not here is told, and a garment keeps the words of its shop', async () => {
  const { who } = await livedIn();
  const gone = '01900000-0000-7000-8000-00000000dead';
  const zip = await withData(await downloadOf(house, who), (areas) => {
    const text = JSON.stringify(areas).replaceAll(product_id, gone);
    Object.assign(areas, JSON.parse(text));
  });
  const other = await accountVisitor(house);
  const { result } = await bringBack(house, other, zip);
  assert.deepEqual(
    result!.skipped.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    [
      { kind: 'saved', reason: 'product_gone', count: 1 },
      { kind: 'tries', reason: 'product_gone', count: 2 },
    ],
  );
  const owned = (await wardrobeOf(other)).find(({ brand, title }) => brand !== null && title !== 'Blue shirt')!;
  assert.deepEqual([owned.product, owned.brand], [null, 'Loja']);
  await handIn(house, other, zip);
  assert.equal((await importOf(other)).state, 'reading');
});
