import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Run } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { findOrReadProduct } from '../find-or-read-product.ts';
import { readProduct } from '../read-product.ts';
import { jcrewPage } from '../reading/sources/jcrew-page.ts';
import { refreshProduct } from '../refresh-product.ts';
import { load_link } from './load-link.ts';
import { findPageTag } from './page-tag.store.ts';
import { refreshUsed } from './refresh-used.ts';
import { addRun, endSource, findRun, listLeftSources, listRuns, tidyRuns } from './run.store.ts';
import { settleSource } from './settle-source.ts';
import { startImport } from './start-import.ts';

let house: TestHouse;
let ctx: Ctx;
let operator: Visitor;
before(async () => {
  house = await testHouse();
  operator = await accountVisitor(house, 'operator');
});
after(() => house.close());
beforeEach(async () => {
  ctx = house.platform.systemCtx();
  await sql`truncate catalog_products, catalog_runs, catalog_refusals cascade`.execute(ctx.db);
  await ctx.queue.boss.deleteAllJobs(load_link.name);
  house.outbound.pages.clear();
  house.outbound.etags.clear();
  house.outbound.asked.length = 0;
});

const hour_s = 3600;
/** As the page itself gives its address, under which the product is kept and read again. */
const linkTo = (code: string) => `https://www.jcrew.com/p/mens/categories/clothing/shirts/test-shirt/${code}`;
const show = (code: string, page = {}) => house.outbound.pages.set(linkTo(code), jcrewPage({ code, ...page }));
const away = new AppError('catalog.retailer_unavailable', { message: 'away' });
const tryToRun = (which: { run_id: string; source_no: number }) => load_link.run(ctx, which).catch(() => 'thrown');
/** Runs every job of a run once, as a worker would. */
async function work(run: Run): Promise<void> {
  for (let source_no = 1; source_no <= run.wanted; source_no += 1) await tryToRun({ run_id: run.id, source_no });
}
const figures = async (id: string) => {
  const { read, loaded, changed, refused, ended_at } = (await findRun(ctx, id))!;
  return [read, loaded, changed, refused, ended_at !== null];
};
const used = async (code: string) => {
  show(code);
  return findOrReadProduct(house.ctx({ person_id: newId() }), { product_url: linkTo(code) });
};
const newestRun = async () => (await listRuns(ctx, { before: null, limit: 1 }))[0];

test('an import is one job a link, and its report fills in as they end', async () => {
  show('PA100');
  const answer = await operator.call<Run>('POST', '/v1/operator/imports', { links: [linkTo('PA100'), linkTo('PA404'), linkTo('PA100')] });
  assert.equal(answer.status, 202);
  assert.deepEqual([answer.body.kind, answer.body.wanted, answer.body.ended_at], ['import', 2, null]);
  assert.equal((await ctx.queue.boss.findJobs(load_link.name)).length, 2);
  await work(answer.body);
  const { body } = await operator.call<Run & { refusals: { code: string; source: string }[] }>(
    'GET',
    `/v1/operator/runs/${answer.body.id}`,
  );
  assert.deepEqual([body.read, body.loaded, body.changed, body.refused, body.ended_at !== null], [2, 1, 1, 1, true]);
  assert.deepEqual(
    body.refusals.map(({ code, source }) => [code, source]),
    [['catalog.page_missing', linkTo('PA404')]],
  );
  const { body: audit } = await operator.call<{ entries: { action: string }[] }>('GET', '/v1/audit');
  assert.equal(audit.entries[0]?.action, 'catalog.import_started');
});

test('a run ends once, however often its jobs repeat and wherever their workers were killed', async () => {
  show('PB100');
  show('PB200');
  const run = await startImport(ctx, { links: [linkTo('PB100'), linkTo('PB200')] });
  const first = { run_id: run.id, source_no: 1 };
  await Promise.all(Array.from({ length: 5 }, () => load_link.run(ctx, first)));
  await load_link.run(ctx, first);
  assert.deepEqual((await figures(run.id)).slice(0, 2), [1, 1]);
  // Killed after the load and before the count: the link is loaded already, and is counted when the job comes again.
  await findOrReadProduct(ctx, { product_url: linkTo('PB200') });
  await work(run);
  // Of loads that race, any may be the one that counts; only the first of them found something new.
  const [read, loaded, , refused, is_ended] = await figures(run.id);
  assert.deepEqual([read, loaded, refused, is_ended], [2, 2, 0, true]);
  const ended = (await findRun(ctx, run.id))!.ended_at;
  house.clock.pass(hour_s);
  await endSource(ctx, first, { outcome: 'refused', code: 'catalog.no_sizes', reason: 'late' });
  await work(run);
  assert.equal((await findRun(ctx, run.id))!.ended_at, ended);
});

test('a shop that is away is tried five times; then the link counts as refused and the run ends', async () => {
  house.outbound.pages.set(linkTo('PC100'), away);
  const run = await startImport(ctx, { links: [linkTo('PC100')] });
  const which = { run_id: run.id, source_no: 1 };
  for (let i = 0; i < 4; i += 1) assert.equal(await tryToRun(which), 'thrown');
  assert.deepEqual(await figures(run.id), [0, 0, 0, 0, false]);
  await load_link.run(ctx, which);
  assert.deepEqual(await figures(run.id), [1, 0, 0, 1, true]);
});

test('links whose jobs are lost are handed in again within the hour, so that every run ends', async () => {
  show('PD100');
  const run = await startImport(ctx, { links: [linkTo('PD100')] });
  await ctx.queue.boss.deleteAllJobs(load_link.name);
  await refreshUsed(ctx);
  assert.equal((await ctx.queue.boss.findJobs(load_link.name)).length, 0, 'too soon: a command may be at it');
  house.clock.pass(hour_s + 1);
  await refreshUsed(ctx);
  await refreshUsed(ctx);
  assert.equal((await ctx.queue.boss.findJobs(load_link.name)).length, 1);
  await work(run);
  assert.deepEqual(await figures(run.id), [1, 1, 1, 0, true]);
});

test('products in use are read again before they are a day old; what nobody uses is left alone', async () => {
  const product = await used('PE100');
  await used('PE200');
  house.clock.pass(19 * hour_s);
  await refreshUsed(ctx);
  assert.equal(await newestRun(), undefined, 'young enough');
  house.clock.pass(2 * hour_s);
  await refreshUsed(ctx);
  await refreshUsed(ctx);
  const run = (await newestRun())!;
  assert.deepEqual([run.kind, run.wanted], ['refresh', 2]);
  assert.equal((await listRuns(ctx, { before: null, limit: 5 })).length, 1, 'handed in once');
  show('PE100', { name: 'New name' });
  await work(run);
  assert.deepEqual(await figures(run.id), [2, 2, 1, 0, true]);
  assert.equal((await readProduct(ctx, product.id)).product_name, 'New name');
  house.clock.pass(15 * 24 * hour_s);
  await sql`update catalog_upkeep set last_used_at = ${new Date(house.clock.now().getTime() - 15 * 24 * hour_s * 1000).toISOString()}`.execute(
    ctx.db,
  );
  await refreshUsed(ctx);
  assert.equal((await newestRun())!.id, run.id);
});

test('a product that is gone is not asked for daily, one that is refused less and less often; shown again it is as before', async () => {
  const gone = await used('PF100');
  const kept_out = await used('PF200');
  house.outbound.pages.delete(linkTo('PF100'));
  house.outbound.pages.set(linkTo('PF200'), new AppError('catalog.page_refused', { message: 'no' }));
  const asked = async (product_id: string) => {
    const before_count = house.outbound.asked.length;
    await refreshProduct(ctx, { product_id });
    return house.outbound.asked.length - before_count;
  };
  house.clock.pass(25 * hour_s);
  assert.deepEqual([await asked(gone.id), await asked(kept_out.id)], [1, 1]);
  house.clock.pass(25 * hour_s);
  assert.deepEqual([await asked(gone.id), await asked(kept_out.id)], [0, 1], 'gone: not today; refused: after a day');
  house.clock.pass(25 * hour_s);
  assert.deepEqual([await asked(gone.id), await asked(kept_out.id)], [0, 0], 'refused twice: after two');
  house.clock.pass(30 * 24 * hour_s);
  show('PF100');
  assert.equal(await asked(gone.id), 1);
  const { rows } = await sql<{ gone_at: null; refusals: number }>`
    select gone_at, refusals from catalog_upkeep where product_id = ${gone.id}`.execute(ctx.db);
  assert.deepEqual(rows[0], { gone_at: null, refusals: 0 });
});

test('a page that has not changed is not read again, and the product counts as read now', async () => {
  house.outbound.etags.set(linkTo('PG100'), '"one"');
  const product = await used('PG100');
  // Even a changed page is not looked at when the shop says that it is the same.
  show('PG100', { name: 'Not looked at' });
  house.clock.pass(25 * hour_s);
  await refreshProduct(ctx, { product_id: product.id });
  const again = await readProduct(ctx, product.id);
  assert.deepEqual([again.product_name, again.stale, again.read_at], [product.product_name, false, house.clock.now().toISOString()]);
  house.outbound.etags.set(linkTo('PG100'), '"two"');
  house.clock.pass(25 * hour_s);
  await refreshProduct(ctx, { product_id: product.id });
  assert.equal((await readProduct(ctx, product.id)).product_name, 'Not looked at');
});

test('what recognised a page counts for the same link and reading code, and for a week', async () => {
  house.outbound.etags.set(linkTo('PH100'), '"one"');
  await used('PH100');
  const link = new URL(linkTo('PH100'));
  assert.equal((await findPageTag(ctx, link))?.etag, '"one"');
  assert.equal(await findPageTag(ctx, link, 'another version'), undefined);
  assert.equal(await findPageTag(ctx, new URL(`${link.href}?fit=Slim`)), undefined);
  house.clock.pass(8 * 24 * hour_s);
  assert.equal(await findPageTag(ctx, link), undefined);
});

test('refusals are counted by host and reason; of what shoppers hand over nothing but the count is kept', async () => {
  const person = house.ctx({ person_id: newId() });
  const secret = 'https://shop.example/orders/ada@example.com?token=secret';
  await assert.rejects(findOrReadProduct(person, { product_url: secret, page_html: '<html><body>Ada’s order</body></html>' }));
  await assert.rejects(findOrReadProduct(person, { product_url: `${linkTo('PI404')}?utm_term=ada@example.com` }));
  await assert.rejects(findOrReadProduct(person, { product_url: linkTo('PI404') }));
  operator = await accountVisitor(house, 'operator');
  type Group = { host: string; code: string; count: number; handed_over_count: number; example_link: string | null };
  const { body } = await operator.call<{ refusals: Group[]; next_cursor: string | null }>('GET', '/v1/operator/refusals');
  const shop = body.refusals.find(({ host }) => host === 'shop.example');
  assert.deepEqual([shop?.count, shop?.handed_over_count, shop?.example_link], [1, 1, null]);
  const jcrew = body.refusals.find(({ host }) => host === 'www.jcrew.com');
  assert.deepEqual([jcrew?.count, jcrew?.code, jcrew?.example_link], [2, 'catalog.page_missing', linkTo('PI404')]);
  const { rows } = await sql<{ text: string }>`select row_to_json(r)::text as text from catalog_refusals r`.execute(ctx.db);
  assert.doesNotMatch(rows.map(({ text }) => text).join(), /ada@example|secret|orders/);
});

test('lists go on where they ended', async () => {
  for (const host of ['a.example', 'b.example', 'c.example'])
    await assert.rejects(findOrReadProduct(ctx, { product_url: `https://${host}/p` }));
  operator = await accountVisitor(house, 'operator');
  type Page = { refusals: { host: string }[]; next_cursor: string | null };
  const first = await operator.call<Page>('GET', '/v1/operator/refusals?limit=2');
  const next = await operator.call<Page>('GET', `/v1/operator/refusals?limit=2&cursor=${encodeURIComponent(first.body.next_cursor ?? '')}`);
  assert.deepEqual([...first.body.refusals, ...next.body.refusals].map(({ host }) => host).toSorted(), [
    'a.example',
    'b.example',
    'c.example',
  ]);
  assert.equal((await operator.call('GET', '/v1/operator/refusals?cursor=nonsense')).status, 400);
  assert.equal((await operator.call('GET', `/v1/operator/runs/${newId()}`)).status, 404);
  assert.equal((await operator.call('POST', '/v1/operator/imports', { links: [] })).status, 400);
});

test('a source that breaks the program is given up after its last try, and its run ends', async () => {
  const run = await addRun(house.ctx(), 'import', { wanted: [{ source: 'https://shop.example/broken' }] });
  const settle = () =>
    settleSource(house.ctx(), { run_id: run.id, source_no: 1 }, { load: () => Promise.reject(new TypeError('it broke')), attempts_max: 2 });
  await assert.rejects(settle(), TypeError);
  await settle();
  const { refused, ended_at } = (await findRun(house.ctx(), run.id))!;
  assert.deepEqual([refused, ended_at !== null], [1, true]);
});

test('what a stopped command left is nobody’s to go on with, and its run ends within a day', async () => {
  const run = await addRun(house.ctx(), 'import', { wanted: [{ source: 'GROUP-1' }], is_in_place: true });
  house.clock.pass(2 * 3600);
  assert.ok(!(await listLeftSources(house.ctx(), house.clock.now().toISOString(), 1000)).some(({ run_id }) => run_id === run.id));
  house.clock.pass(25 * 3600);
  await tidyRuns(house.ctx());
  assert.notEqual((await findRun(house.ctx(), run.id))?.ended_at, null);
});
