import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Item } from '#contract/wardrobe.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

type List = { items: Item[]; next_cursor: string | null };
const add = async (who: Visitor, said: object = {}): Promise<Item> => {
  const { status, body } = await who.call<{ item: Item }>('POST', '/v1/items', said);
  assert.equal(status, 201, JSON.stringify(body));
  return body.item;
};
const list = async (who: Visitor, query = ''): Promise<List> => (await who.call<List>('GET', `/v1/wardrobe?${query}`)).body;
const titles = ({ items }: List) => items.map(({ title }) => title);
const idsOf = async (who: Visitor, query: string) =>
  (await who.call<{ items: { id: string }[] }>('GET', `/v1/wardrobe?${query}&limit=5`)).body.items.map(({ id }) => id);
const wear = async (who: Visitor, id: string, worn_on?: string) =>
  (await who.call<{ wear: { id: string }; item: Item }>('POST', `/v1/items/${id}/worn`, worn_on ? { worn_on } : {})).body;
const wash = async (who: Visitor, id: string, washed_on: string) =>
  (await who.call<{ wash: { id: string }; item: Item }>('POST', `/v1/items/${id}/washed`, { washed_on })).body;
const today = () => house.clock.now();
const daysAgo = (days: number) => new Date(today().getTime() - days * 86_400_000).toISOString().slice(0, 10);

test('what was said of a garment is kept and shown, and a word taken back is unsaid', async () => {
  const who = await anonymousVisitor(house);
  const said = {
    title: 'Linen shirt',
    category: 'shirt',
    colors: ['navy', 'Navy', 'white'],
    sizes: ['M'],
    price_minor: 8900,
    currency: 'EUR',
    pattern: 'striped',
    tags: ['summer', 'work'],
    formality: 0.5,
    season: ['summer'],
    bought_on: '2026-05-01',
  };
  const item = await add(who, said);
  for (const [name, value] of Object.entries({ ...said, colors: ['navy', 'white'] }))
    assert.deepEqual(item[name as keyof Item], value, name);
  assert.deepEqual(new Set(item.edited), new Set(Object.keys(said)));
  const { body } = await who.call<Item>('PATCH', `/v1/items/${item.id}`, { title: 'Old linen shirt', price_minor: null, colors: null });
  assert.deepEqual([body.title, body.price_minor, body.colors, body.pattern], ['Old linen shirt', undefined, [], 'striped']);
  assert.ok(!body.edited.includes('price_minor') && body.edited.includes('title'));
});

test('what cannot be is refused, naming the field', async () => {
  const who = await anonymousVisitor(house);
  const { id } = await add(who);
  for (const [field, body] of [
    ['formality', { formality: 2 }],
    ['category', { category: 'spaceship' }],
    ['colors', { colors: Array.from({ length: 9 }, (_, i) => `c${i}`) }],
    ['price_minor', { price_minor: -1 }],
    ['bought_on', { bought_on: '2026-02-30' }],
    ['season', { season: ['monsoon'] }],
  ] as const) {
    const answer = await who.call('PATCH', `/v1/items/${id}`, body);
    assert.equal(answer.status, 400, field);
    assert.ok(
      Object.keys(answer.body.error.fields ?? {}).some((name) => name.startsWith(field)),
      field,
    );
  }
});

test('a garment counts once a day, today unless said otherwise, and a wear can be taken back', async () => {
  const who = await anonymousVisitor(house);
  const { id } = await add(who, { price_minor: 9000, currency: 'EUR' });
  const first = await wear(who, id);
  const again = await wear(who, id, daysAgo(0));
  assert.equal(again.wear.id, first.wear.id);
  const { item } = await wear(who, id, daysAgo(3));
  assert.deepEqual([item.worn_count, item.last_worn_on, item.cost_per_wear_minor], [2, daysAgo(0), 4500]);
  const undone = await who.call<Item>('DELETE', `/v1/items/${id}/worn/${first.wear.id}`);
  assert.deepEqual([undone.body.worn_count, undone.body.last_worn_on, undone.body.cost_per_wear_minor], [1, daysAgo(3), 9000]);
  assert.equal((await who.call('DELETE', `/v1/items/${id}/worn/${first.wear.id}`)).status, 404);
  assert.equal((await who.call('POST', `/v1/items/${id}/worn`, { worn_on: daysAgo(-1) })).status, 201, 'it is tomorrow in the east');
  assert.equal((await who.call('POST', `/v1/items/${id}/worn`, { worn_on: daysAgo(-3) })).status, 400);
});

test('a wash is due after so many wears, the kind’s or the owner’s, and a wash counts them anew', async () => {
  const who = await anonymousVisitor(house);
  const { id } = await add(who, { category: 'jeans', title: 'Jeans' });
  for (const days of [9, 8, 7, 6, 5]) await wear(who, id, daysAgo(days));
  const sixth = await wear(who, id, daysAgo(4));
  assert.deepEqual([sixth.item.worn_since_wash, sixth.item.is_wash_due], [6, true]);
  assert.deepEqual(titles(await list(who, 'is_wash_due=true')), ['Jeans']);
  const washed = await wash(who, id, daysAgo(5));
  assert.deepEqual([washed.item.worn_since_wash, washed.item.is_wash_due, washed.item.last_washed_on], [1, false, daysAgo(5)]);
  assert.deepEqual(titles(await list(who, 'is_wash_due=true')), []);
  const { body } = await who.call<Item>('PATCH', `/v1/items/${id}`, { wears_per_wash: 1 });
  assert.equal(body.is_wash_due, true);
  const usual = await who.call<Item>('PATCH', `/v1/items/${id}`, { wears_per_wash: 0 });
  assert.deepEqual([usual.status, usual.body.wears_per_wash, usual.body.is_wash_due], [200, null, false], 'as is usual for jeans');
  const undone = await who.call<Item>('DELETE', `/v1/items/${id}/washed/${washed.wash.id}`);
  assert.equal(undone.body.worn_since_wash, 6);
  const bag = await add(who, { category: 'bag' });
  assert.equal((await wear(who, bag.id)).item.is_wash_due, false, 'a bag is not washed by wears');
});

test('what is put away leaves the shelf with its reason, and comes back', async () => {
  const who = await anonymousVisitor(house);
  const { id } = await add(who, { title: 'Too small' });
  await add(who, { title: 'Fits' });
  const put = await who.call<Item>('PATCH', `/v1/items/${id}`, { archive_reason: 'does_not_fit' });
  assert.deepEqual([put.body.archive_reason, put.body.archived_at !== null], ['does_not_fit', true]);
  assert.deepEqual(
    [titles(await list(who)), titles(await list(who, 'shelf=archived')), titles(await list(who, 'shelf=all'))],
    [['Fits'], ['Too small'], ['Fits', 'Too small']],
  );
  const back = await who.call<Item>('PATCH', `/v1/items/${id}`, { archive_reason: null });
  assert.deepEqual([back.body.archive_reason, back.body.archived_at], [null, null]);
});

test('a wardrobe is listed newest first, page by page, and by what one looks for', async () => {
  const who = await anonymousVisitor(house);
  const said = [
    { title: 'One', category: 'shirt', colors: ['Navy'], season: ['summer'] },
    { title: 'Two', category: 'coat', colors: ['black', 'navy'], season: ['winter'], tags: ['wool'] },
    { title: '100% cotton', category: 'shirt', description: 'bought in Lagos' },
  ];
  for (const one of said) await add(who, one);
  const seen: (string | null)[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: List = await list(who, `limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...titles(page));
    cursor = page.next_cursor;
  }
  assert.deepEqual(seen, ['100% cotton', 'Two', 'One']);
  for (const [query, found] of [
    ['category=shirt', ['100% cotton', 'One']],
    ['color=NAVY', ['Two', 'One']],
    ['season=winter', ['Two']],
    ['q=wool', ['Two']],
    ['q=LAGOS', ['100% cotton']],
    ['q=100%25', ['100% cotton']],
    ['q=1_0', []],
    ['q=wool two', ['Two']],
    ['q=wool cotton', []],
    ['q=Navy', ['Two', 'One']],
    ['q=shirt', ['100% cotton', 'One']],
    ['q=navy coat', ['Two']],
    ['q=marine&q_codes=navy', ['Two', 'One']],
    ['q=wool&q_codes=gown', ['Two']],
    ['category=dress', []],
  ] as const)
    assert.deepEqual(titles(await list(who, query)), found, query);
  const { id: unnamed } = await add(who);
  const guesses = {
    category: { value: 'knitwear', confidence: 0.9, second: null },
    colors: [{ name: 'olive', lab: [44, -3, 22], share: 1, confidence: 0.9 }],
    pattern: { value: 'striped', confidence: 0.9 },
    season: { value: [], confidence: 0.5 },
    formality: { value: 0.4, confidence: 0.5 },
  };
  await sql`update wardrobe_items set guesses = ${JSON.stringify(guesses)}::jsonb where id = ${unnamed}`.execute(house.ctx().db);
  for (const q of ['olive', 'striped knitwear'])
    assert.deepEqual(await idsOf(who, `q=${q}`), [unnamed], `what nobody named is found by what its tile calls it: ${q}`);
  await who.call('DELETE', `/v1/items/${unnamed}`);
  await wear(who, (await list(who, 'q=wool')).items[0]!.id);
  assert.deepEqual(titles(await list(who, 'is_never_worn=true')), [], 'too new to count');
  const stranger = await anonymousVisitor(house);
  assert.deepEqual(titles(await list(stranger)), [], 'nobody else’s');
});

test('the figures tell what is owned, never worn, of which colour and at what cost', async () => {
  const who = await accountVisitor(house);
  const shirt = await add(who, { colors: ['navy'], category: 'shirt', price_minor: 6000, currency: 'EUR' });
  await add(who, { colors: ['Navy', 'white'], category: 'shirt', price_minor: 4000, currency: 'EUR' });
  await add(who, { colors: ['red'], category: 'dress', price_minor: 1_250_000, currency: 'NGN' });
  const old = await add(who, { colors: ['grey'] });
  await who.call('PATCH', `/v1/items/${old.id}`, { archive_reason: 'sold' });
  for (const days of [1, 2, 3, 4]) await wear(who, shirt.id, daysAgo(days));
  const { body } = await who.call<Record<string, unknown>>('GET', '/v1/wardrobe/figures');
  assert.deepEqual(body, {
    items: 3,
    archived: 1,
    never_worn: 0,
    wash_due: 1,
    colors: [
      { name: 'navy', count: 2 },
      { name: 'red', count: 1 },
      { name: 'white', count: 1 },
    ],
    categories: [
      { category: 'shirt', count: 2 },
      { category: 'dress', count: 1 },
    ],
    costs: [
      { currency: 'EUR', price_minor: 10_000, worn_count: 4, cost_per_wear_minor: 2500 },
      { currency: 'NGN', price_minor: 1_250_000, worn_count: 0, cost_per_wear_minor: 1_250_000 },
    ],
  });
});

test('the calendar tells what was worn and washed on which day', async () => {
  const who = await anonymousVisitor(house);
  const { id } = await add(who);
  await wear(who, id, daysAgo(10));
  await wear(who, id, daysAgo(2));
  await wash(who, id, daysAgo(2));
  const { body } = await who.call<{ wears: object[]; washes: object[] }>(
    'GET',
    `/v1/wardrobe/calendar?from=${daysAgo(5)}&to=${daysAgo(0)}`,
  );
  assert.deepEqual(
    [body.wears.map((one) => ({ ...one, id: 0 })), body.washes.map((one) => ({ ...one, id: 0 }))],
    [[{ id: 0, item_id: id, worn_on: daysAgo(2) }], [{ id: 0, item_id: id, washed_on: daysAgo(2) }]],
  );
  assert.equal((await who.call('GET', `/v1/wardrobe/calendar?from=2020-01-01&to=${daysAgo(0)}`)).status, 400);
  // A year that no calendar has.
  assert.equal((await who.call('GET', '/v1/wardrobe/calendar?from=0000-01-01&to=0000-02-01')).status, 400);
  assert.equal((await who.call('POST', `/v1/items/${id}/worn`, { worn_on: '0000-01-01' })).status, 400);
  assert.equal((await who.call('PATCH', `/v1/items/${id}`, { bought_on: '0000-12-31' })).status, 400);
});

test('what is saved for later is kept once, listed newest first, and taken off again', async () => {
  const who = await anonymousVisitor(house);
  const ids = [newId(), newId(), newId()];
  for (const id of ids) {
    house.clock.pass(1);
    assert.equal((await who.call('POST', '/v1/saved', { kind: 'product', id })).status, 201);
  }
  await who.call('POST', '/v1/saved', { kind: 'product', id: ids[0] });
  await who.call('POST', '/v1/saved', { kind: 'outfit', id: ids[0] });
  type Saved = { saved: { kind: string; id: string }[]; next_cursor: string | null };
  const first = (await who.call<Saved>('GET', '/v1/saved?kind=product&limit=2')).body;
  const rest = (await who.call<Saved>('GET', `/v1/saved?kind=product&limit=2&cursor=${encodeURIComponent(first.next_cursor!)}`)).body;
  assert.deepEqual(
    [...first.saved, ...rest.saved].map(({ id }) => id),
    ids.toReversed(),
  );
  assert.equal((await who.call('GET', '/v1/saved?cursor=nonsense')).status, 400);
  for (let times = 0; times < 2; times += 1) assert.equal((await who.call('DELETE', `/v1/saved?kind=product&id=${ids[1]}`)).status, 200);
  assert.equal((await who.call<Saved>('GET', '/v1/saved')).body.saved.length, 3);
});

test('somebody without an account is told when their drawer is full, and an account may add more', async () => {
  const who = await anonymousVisitor(house);
  const { pool } = house.platform.database;
  const fill = `insert into wardrobe_items (id, person_id, created_at, updated_at) select gen_random_uuid(), $1, now(), now() from generate_series(1, 60)`;
  await pool.query(fill, [who.person_id]);
  const answer = await who.call('POST', '/v1/items', {});
  assert.deepEqual([answer.status, answer.body.error.code], [409, 'wardrobe.full']);
  const owner = await accountVisitor(house);
  await pool.query(fill, [owner.person_id]);
  assert.equal((await owner.call('POST', '/v1/items', {})).status, 201);
});

test('signing in brings a wardrobe along, with its log and what was saved; an export shows all of it; a deletion leaves nothing', async () => {
  const [stranger, account] = [await anonymousVisitor(house), await accountVisitor(house)];
  const client_id = newId();
  const item = await add(stranger, { title: 'From the phone', client_id });
  await add(account, { title: 'From the desk', client_id });
  await wear(stranger, item.id);
  const saved = { kind: 'product', id: newId() };
  for (const who of [stranger, account]) await who.call('POST', '/v1/saved', saved);
  const credentials = { email: account.email, password: 'correct horse battery' };
  const answer = await house.server.inject({ method: 'POST', url: '/v1/auth/login', headers: stranger.headers, payload: credentials });
  assert.equal(answer.statusCode, 200);
  const { items } = await list(account);
  assert.deepEqual(new Set(items.map(({ title }) => title)), new Set(['From the phone', 'From the desk']));
  assert.equal(items.find(({ id }) => id === item.id)?.worn_count, 1);
  const { body } = await account.call<{ areas: { wardrobe: Record<string, object[]>; garments: Record<string, object[]> } }>(
    'GET',
    '/v1/me/export',
  );
  const { wardrobe, garments } = body.areas;
  assert.deepEqual(
    [wardrobe['items']?.length, wardrobe['wears']?.length, wardrobe['saved']?.length, garments['garments']?.length],
    [2, 1, 1, 2],
  );
  assert.equal((await account.call('DELETE', '/v1/me')).status, 200);
  const { rows } = await house.platform.database.pool.query(
    'select 1 from wardrobe_items where id = $1 union select 1 from wardrobe_wears where item_id = $1',
    [item.id],
  );
  assert.deepEqual(rows, []);
});

test('never worn is the same in the list as in the figures: what has been here for a month', async () => {
  const who = await accountVisitor(house);
  await add(who, { title: 'Old and unworn' });
  const worn = await add(who, { title: 'Old and worn' });
  await wear(who, worn.id);
  // A sign-in does not last a month without its owner: what is here is made older instead.
  const make = (days: number) =>
    sql`update wardrobe_items set created_at = ${daysAgo(days)} where person_id = ${worn.owner_id}`.execute(house.ctx().db);
  const never = async () => [
    titles(await list(who, 'is_never_worn=true')),
    (await who.call<{ never_worn: number }>('GET', '/v1/wardrobe/figures')).body.never_worn,
  ];
  await make(29);
  assert.deepEqual(await never(), [[], 0]);
  await make(32);
  assert.deepEqual(await never(), [['Old and unworn'], 1]);
});
