import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { openFlags } from '#platform/flags/open-flags.ts';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { fakeFashn, type FakeFashn } from '#platform/testing/fake-fashn.ts';
import { fakeGemini, type FakeGemini } from '#platform/testing/fake-gemini.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor } from '#platform/testing/test-visitor.ts';
import { chooseRenderers } from './choose-renderers.ts';

const folder = mkdtempSync(join(tmpdir(), 'toile-renderers-'));
let [house, gemini, fashn]: [TestHouse?, FakeGemini?, FakeFashn?] = [];
before(async () => {
  [gemini, fashn] = [await fakeGemini(), await fakeFashn()];
  const keys = { GEMINI_API_KEY: gemini.key, GEMINI_URL: gemini.url, FASHN_API_KEY: fashn.key, FASHN_URL: `${fashn.url}/` };
  house = await testHouse(keys);
});
after(async () => {
  await Promise.all([gemini!.close(), fashn!.close()]);
  await house!.close();
  rmSync(folder, { recursive: true });
});

let count = 0;
async function withFlags(flags: Record<string, object>): Promise<Ctx> {
  const path = join(folder, `${(count += 1)}.json`);
  writeFileSync(path, JSON.stringify({ flags }));
  return { ...house!.platform.systemCtx(), flags: await openFlags(path, quietLog) };
}
const says = (value: string | boolean) => ({ state: 'ENABLED', variants: { only: value }, defaultVariant: 'only' });
const names = async (ctx: Ctx, person = 'somebody') => (await chooseRenderers(ctx, person)).map(({ name }) => name);

test('without keys only ours is asked; with keys and no flag those that have one, ours last', async () => {
  const ctx = house!.platform.systemCtx();
  assert.deepEqual(await names({ ...ctx, config: { ...ctx.config, GEMINI_API_KEY: '', FASHN_API_KEY: '' } }), ['built_in']);
  assert.deepEqual(await names(ctx), ['gemini', 'fashn', 'built_in']);
});

test('a flag names them in their order, turns one off at once, and gives one to a share of people', async () => {
  const named = (value: string) => withFlags({ tryon_renderers: says(value) });
  assert.deepEqual(await names(await named('fashn, gemini')), ['fashn', 'gemini', 'built_in']);
  assert.deepEqual(await names(await named('built_in')), ['built_in']);
  assert.deepEqual(await names(await named('vertex,gemini,gemini')), ['gemini', 'built_in']);
  assert.deepEqual(await names(await withFlags({ tryon_renderer_gemini: says(false) })), ['fashn', 'built_in']);
  const targeting = { fractional: [['new', 50], ['ours', 50]] }; // oxfmt-ignore
  const shared = await withFlags({
    tryon_renderers: { state: 'ENABLED', variants: { new: 'fashn', ours: 'built_in' }, defaultVariant: 'ours', targeting },
  });
  const first = await Promise.all(Array.from({ length: 40 }, (_, i) => names(shared, `person-${i}`)));
  assert.ok(first.some((one) => one.length === 1) && first.some((one) => one.length === 2));
  assert.deepEqual(await Promise.all(Array.from({ length: 40 }, (_, i) => names(shared, `person-${i}`))), first);
});

test('a renderer whose own flag is disabled, or says anything but true, is turned off', async () => {
  const disabled = { ...says(true), state: 'DISABLED' };
  const nowhere = { ...says(true), targeting: { if: [true, 'elsewhere'] } };
  const unsaid = { state: 'ENABLED', variants: { only: true } };
  for (const flag of [disabled, nowhere, unsaid, says('false'), says('true')])
    assert.deepEqual(await names(await withFlags({ tryon_renderer_gemini: flag })), ['fashn', 'built_in'], JSON.stringify(flag));
  assert.deepEqual(await names(await withFlags({ tryon_renderer_gemini: says(true) })), ['gemini', 'fashn', 'built_in']);
});

test('the job asks the renderers of the settings in turn; when none draws, ours does, and the first one’s reason is told', async () => {
  const who = await anonymousVisitor(house!);
  const [photo_id, shirt] = [await photographPerson(house!, who), await ownGarment(house!, who)];
  const likeness = { is_own_or_agreed: true, is_everyone_adult: true };
  const tryOn = async (): Promise<TryOnSession> => {
    const { body } = await who.call<TryOnSession>('POST', '/v1/tryon/sessions', { photo_id, items: [shirt], likeness });
    await house!.runJobs('tryon.render');
    return (await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${body.session_id}`)).body;
  };
  gemini!.next('refuse_picture');
  fashn!.next('moderated');
  const ours = await tryOn();
  assert.deepEqual([ours.status, ours.renderer], ['completed', { name: 'built_in', instead_of: 'gemini', reason: 'content' }]);
  assert.ok(ours.layers !== null);
  gemini!.next('refuse_picture');
  const theirs = await tryOn();
  assert.deepEqual([theirs.renderer, theirs.layers], [{ name: 'fashn', instead_of: 'gemini', reason: 'content' }, null]);
});
