import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { removeBoutiqueProduct, saveBoutique, saveBoutiqueProduct } from '#areas/catalog/index.ts';
import type { SavedThing } from '#contract/saved.ts';
import type { SavedThings } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { sampleBoutique, sampleShirt } from '#platform/testing/sample-boutique.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { putAside, unsaveThing } from './saved.ts';
import { deleteSaved, findSaved } from './saved.store.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
  await saveBoutique(house.ctx(), sampleBoutique());
});
after(() => house.close());

const sell = async (slug: string): Promise<string> => (await saveBoutiqueProduct(house.ctx(), sampleShirt(slug))).id;
const save = (who: Visitor, id: string, kind = 'product') => who.call('POST', '/v1/saved', { kind, id });
const listed = async (who: Visitor, query = ''): Promise<SavedThing[]> =>
  (await who.call<{ saved: SavedThing[] }>('GET', `/v1/saved?${query}`)).body.saved;

test('a saved product is listed as the shop shows it, until it is no longer sold', async () => {
  const who = await anonymousVisitor(house);
  const [stays, goes] = [await sell('stays'), await sell('goes')];
  for (const id of [stays, goes]) await save(who, id);
  await save(who, newId(), 'outfit');
  assert.deepEqual(
    (await listed(who)).map(({ product }) => product?.slug ?? null),
    [null, 'goes', 'stays'],
  );
  await removeBoutiqueProduct(house.ctx(), 'goes');
  assert.deepEqual(
    (await listed(who, 'kind=product')).map(({ id, product }) => [id, product?.slug ?? null]),
    [
      [goes, null],
      [stays, 'stays'],
    ],
  );
});

test('one thing can be asked for: whether it is saved, by whom it was', async () => {
  const [who, other] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const [id, unsaved] = [await sell('asked'), await sell('unsaved')];
  await save(who, id);
  const ask = (visitor: Visitor, wanted: string) => listed(visitor, `kind=product&limit=1&id=${wanted}`);
  assert.deepEqual(
    (await ask(who, id)).map((one) => one.id),
    [id],
  );
  assert.deepEqual(await ask(who, unsaved), []);
  assert.deepEqual(await ask(other, id), []);
});

test('a cursor of another list is refused in words, whatever it is made of', async () => {
  const who = await anonymousVisitor(house);
  const [day, id] = ['2026-05-01T10:00:00.000Z', newId()];
  assert.equal((await who.call('GET', `/v1/saved?cursor=${encodeURIComponent(`${day} ${id}`)}`)).status, 200);
  for (const cursor of [
    'x',
    id,
    `${day} ${'-'.repeat(36)}`,
    `1 ${id}`,
    `Mon, 1 ${id}`,
    `+275760-09-13T00:00:00.000Z ${id}`,
    `${day} ${id}'--`,
  ])
    assert.equal((await who.call('GET', `/v1/saved?cursor=${encodeURIComponent(cursor)}`)).status, 400, cursor);
});

test('taking a look off the list leaves a save of the same moment whole, and takes the row of a look that is gone', async () => {
  const who = await anonymousVisitor(house);
  const [id, saved_at] = [newId(), house.clock.now().toISOString()];
  const mine = { person_id: who.person_id, kind: 'look', id } as const;
  const leaving = (leave: SavedThings['leave']) => {
    const looks: SavedThings = { kind: 'look', keep: () => Promise.resolve(), leave, show: () => Promise.resolve(new Map()) };
    return { ...house.ctx({ person_id: who.person_id, via: 'token' }), saved_things: new Map([['look' as const, looks]]) };
  };
  await putAside(
    leaving(() => Promise.resolve()),
    { kind: 'look', id, saved_at },
  );
  const leftAndKept = leaving(async (ctx) => {
    await deleteSaved(ctx, mine);
    await putAside(ctx, { kind: 'look', id, saved_at });
  });
  await unsaveThing(leftAndKept, { kind: 'look', id });
  assert.ok(await findSaved(house.ctx(), mine));
  await assert.rejects(
    unsaveThing(
      leaving(() => Promise.reject(new Error('away'))),
      { kind: 'look', id },
    ),
    /away/,
  );
  assert.ok(await findSaved(house.ctx(), mine));
  await unsaveThing(
    leaving(() => Promise.reject(notFound('look'))),
    { kind: 'look', id },
  );
  assert.equal(await findSaved(house.ctx(), mine), undefined);
});
