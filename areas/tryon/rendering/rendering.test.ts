import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { RendererRefused, type Renderer } from '../renderers/renderer.ts';
import { sampleRenderer } from '../renderers/sample-renderer.ts';
import { listPictures, listTransitions } from '../sessions/session.store.ts';
import { renderSession } from './render-session.ts';

let house: TestHouse;
let who: Visitor;
let photo_id: string;
let shirt: string;
before(async () => {
  house = await testHouse();
  who = await anonymousVisitor(house);
  [photo_id, shirt] = [await photographPerson(house, who), await ownGarment(house, who, { category: 'shirt', brand: 'J.Crew' })];
});
after(() => house.close());

const system = (change: Partial<Ctx> = {}): Ctx => ({ ...house.platform.systemCtx(), ...change });
const create = async (body: object = {}): Promise<string> =>
  (await who.call<TryOnSession>('POST', '/v1/tryon/sessions', { photo_id, items: [shirt], ...body })).body.session_id;
const read = async (id: string): Promise<TryOnSession> => (await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${id}`)).body;
const filesOf = async (id: string): Promise<string[]> => (await house.ctx().storage.list(`tryon/${id}/`)).objects.map(({ key }) => key);
const steps = async (id: string): Promise<string[]> => (await listTransitions(house.ctx(), id)).map(({ to_status }) => to_status);
const broken = (reason: Error, name = 'broken'): Renderer => ({ name, render: () => Promise.reject(reason) });
const told = async (): Promise<number> =>
  Number((await house.platform.database.pool.query("select 1 from platform_events where name = 'tryon.completed'")).rowCount);
const settle = () => house.runJobs('platform.delete-doomed-files');

test('the look is made by the job that was handed in with the session, and told once', async () => {
  const id = await create();
  const before_it = await told();
  await renderSession(system(), id, [sampleRenderer()]);
  assert.deepEqual(await steps(id), ['created', 'processing', 'completed']);
  assert.deepEqual(
    await filesOf(id),
    ['garment', 'person', 'preview', 'shading'].map((kind) => `tryon/${id}/1/${kind}`),
  );
  assert.equal(await told(), before_it + 1);
  const { rows } = await house.platform.database.pool.query<{ payload: object }>(
    "select payload from platform_events where name = 'tryon.completed' and payload ->> 'session_id' = $1",
    [id],
  );
  assert.deepEqual(rows[0]?.payload, {
    session_id: id,
    person_id: who.person_id,
    item_ids: [shirt],
    product_ids: [],
    renderer: 'sample',
    confidence: 0.8,
  });
  const counted = await house.ctx().metrics.tryon_sessions_total.get();
  assert.equal(counted.values.find(({ labels }) => labels.brand === 'J.Crew' && labels.status === 'completed')?.value, 1);
});

test('run again it does nothing, and two at once make one look', async () => {
  const id = await create();
  const renderer = sampleRenderer();
  const before_it = await told();
  await Promise.all([renderSession(system(), id, [renderer]), renderSession(system(), id, [renderer])]);
  await renderSession(system(), id, [renderer]);
  assert.deepEqual(await steps(id), ['created', 'processing', 'completed']);
  assert.equal((await listPictures(house.ctx(), [id])).length, 4);
  assert.equal(await told(), before_it + 1);
  assert.ok(renderer.asked() <= 2);
  await settle();
  const [{ attempt } = { attempt: 0 }] = await listPictures(house.ctx(), [id]);
  assert.ok(
    (await filesOf(id)).every((key) => key.startsWith(`tryon/${id}/${attempt}/`)),
    'nothing of the other attempt is left',
  );
});

test('killed between its files and its row, it is made anew, and what lay there goes', async () => {
  const id = await create();
  const { storage } = house.platform.systemCtx();
  let puts = 0;
  const dying: Ctx['storage'] = {
    ...storage,
    put: async (key, content, signal) => {
      const stored = await storage.put(key, content, signal);
      puts += 1;
      if (puts === 3) throw new Error('the process ended here');
      return stored;
    },
  };
  await assert.rejects(renderSession(system({ storage: dying }), id, [sampleRenderer()]), /ended here/);
  assert.equal((await read(id)).status, 'processing');
  assert.equal((await filesOf(id)).length, 3);
  await renderSession(system(), id, [sampleRenderer()]);
  await settle();
  assert.equal((await read(id)).status, 'completed');
  assert.deepEqual(
    await filesOf(id),
    ['garment', 'person', 'preview', 'shading'].map((kind) => `tryon/${id}/2/${kind}`),
  );
});

/** A renderer in whose middle something happens. */
const interrupted = (act: () => Promise<unknown>): Renderer => {
  const sample = sampleRenderer();
  return {
    name: 'interrupted',
    render: async (ctx, wish, on) => {
      await act();
      return sample.render(ctx, wish, on);
    },
  };
};

test('stopped, its photo deleted or all photos deleted in the middle, nothing comes back', async () => {
  for (const [act, ends] of [
    [(id: string) => who.call('DELETE', `/v1/tryon/sessions/${id}`), ['created', 'processing', 'cancelled']],
    [() => who.call('DELETE', `/v1/tryon/photos/${photo_id}`), ['created', 'processing', 'cancelled']],
    [() => who.call('DELETE', '/v1/me/photos'), ['created', 'processing', 'cancelled', 'expired']],
  ] as const) {
    photo_id = await photographPerson(house, who);
    shirt = await ownGarment(house, who);
    const id = await create();
    await renderSession(system(), id, [interrupted(() => act(id))]);
    assert.deepEqual(await steps(id), ends);
    await settle();
    assert.deepEqual(await filesOf(id), []);
    assert.deepEqual(await listPictures(house.ctx(), [id]), []);
  }
  photo_id = await photographPerson(house, who);
  shirt = await ownGarment(house, who);
});

test('a renderer that notes its progress learns that the session is over', async () => {
  const id = await create();
  let reason: unknown;
  const watching: Renderer = {
    name: 'watching',
    render: async (_ctx, _wish, { signal, onProgress }) => {
      const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await who.call('DELETE', `/v1/tryon/sessions/${id}`);
      onProgress(0.5);
      await aborted;
      reason = signal.reason;
      throw signal.reason;
    },
  };
  await renderSession(system(), id, [watching]);
  assert.match(String(reason), /over/);
  assert.equal((await read(id)).status, 'cancelled');
});

test('a renderer that refuses is followed by the next one, and the reason is told', async () => {
  const id = await create();
  const refusing = broken(new RendererRefused('rate_limited', 'too many'), 'gemini');
  await renderSession(system(), id, [refusing, sampleRenderer('built_in')]);
  assert.deepEqual((await read(id)).renderer, { name: 'built_in', instead_of: 'gemini', reason: 'rate_limited' });
  const counted = await house.ctx().metrics.render_errors_total.get();
  assert.equal(counted.values.find(({ labels }) => labels.renderer === 'gemini' && labels.reason === 'rate_limited')?.value, 1);
});

test('what fails each time is given up and told; what is away is tried for as long as it takes', async () => {
  const id = await create();
  const away = broken(new AppError('platform.storage_unavailable', { message: 'away' }));
  for (let time = 0; time < 5; time++) await assert.rejects(renderSession(system(), id, [away]));
  assert.equal((await read(id)).status, 'processing');
  const failing = [broken(new Error('a mistake of ours'))];
  for (let time = 0; time < 2; time++) await assert.rejects(renderSession(system(), id, failing), /mistake/);
  await renderSession(system(), id, failing);
  const { status, error, progress } = await read(id);
  assert.deepEqual([status, error?.code], ['failed', 'tryon.render_failed']);
  assert.ok(progress < 1);
  assert.match(error!.message, /another photo/);
});

test('a look that was drawn outside and could not be kept is not asked for there again; ours draws, and says so', async () => {
  const id = await create();
  const [theirs, ours] = [sampleRenderer('gemini'), sampleRenderer('built_in')];
  const { storage } = house.platform.systemCtx();
  const put = () => Promise.reject(new AppError('platform.storage_unavailable', { message: 'the disk is full' }));
  for (let time = 0; time < 4; time++)
    await assert.rejects(renderSession(system({ storage: { ...storage, put } }), id, [theirs, ours]), /full/);
  assert.deepEqual([theirs.asked(), ours.asked()], [1, 3]);
  await renderSession(system(), id, [theirs, ours]);
  const { status, renderer } = await read(id);
  assert.deepEqual([status, renderer], ['completed', { name: 'built_in', instead_of: 'gemini', reason: 'unavailable' }]);
  assert.equal(theirs.asked(), 1);
});

test('work that ended its process each time is not begun for ever', async () => {
  const id = await create();
  await house.platform.database.pool.query("update tryon_sessions set attempts = 3, status = 'processing' where id = $1", [id]);
  const renderer = sampleRenderer();
  await renderSession(system(), id, [renderer]);
  assert.deepEqual([(await read(id)).error?.code, renderer.asked()], ['tryon.gave_up', 0]);
});

test('a garment or photo that went meanwhile ends the session in words', async () => {
  const lost = await ownGarment(house, who);
  const id = await create({ items: [lost] });
  await who.call('DELETE', `/v1/items/${lost}`);
  await renderSession(system(), id, [sampleRenderer()]);
  const { status, error } = await read(id);
  assert.deepEqual([status, error?.code], ['failed', 'tryon.no_picture']);
});

test('garments come to the renderer cut out, from the skin outwards, each with its place among the items', async () => {
  const [jacket, jeans] = [await ownGarment(house, who, { category: 'jacket' }), await ownGarment(house, who, { category: 'jeans' })];
  const id = await create({ items: [jacket, shirt, jeans], view_options: { rotate: 15 } });
  const sample = sampleRenderer();
  let seen: unknown;
  const looking: Renderer = {
    name: 'looking',
    render: (ctx, wish, on) => {
      seen = [wish.garments.map(({ index, shape, picture }) => [index, shape, picture.media_type]), wish.view_options, wish.photo.width];
      assert.ok(wish.body.joints.left_shoulder.x > wish.body.joints.right_shoulder.x);
      return sample.render(ctx, wish, on);
    },
  };
  await renderSession(system(), id, [looking]);
  assert.deepEqual(seen, [
    [
      [2, 'trousers', 'image/png'],
      [1, 'top', 'image/png'],
      [0, 'top', 'image/png'],
    ],
    { rotate: 15 },
    768,
  ]);
});

test('the job itself has the built-in renderer make the look, in a thread', async () => {
  const id = await create();
  await house.runJobs('tryon.render');
  const { status, renderer, parts, layers } = await read(id);
  assert.deepEqual([status, renderer?.name], ['completed', 'built_in']);
  assert.ok(parts.some(({ name }) => name === 'torso') && layers !== null);
});
