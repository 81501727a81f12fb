import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { TryOnSession } from '#contract/tryon.ts';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor } from '#platform/testing/test-visitor.ts';
import { builtInRenderer } from '../renderers/built-in.ts';
import { sampleRenderer } from '../renderers/sample-renderer.ts';
import { renderSession } from '../rendering/render-session.ts';
import { readMannequin } from './read-mannequin.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

test('the figure stands where its joints say, and its outline is its own', async () => {
  const { photo, body } = await readMannequin('standing');
  const { width, height } = await sharp(photo.content).metadata();
  assert.deepEqual([width, height], [photo.width, photo.height]);
  const { data, info } = await sharp(body.mask).raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [width, height]);
  const opacityAt = (x: number, y: number): number => data[(Math.round(y) * info.width + Math.round(x)) * info.channels]!;
  for (const [name, { x, y }] of Object.entries(body.joints)) assert.ok(opacityAt(x, y) > 200, name);
  assert.ok(
    [20, 384, 748].every((x) => opacityAt(x, 8) === 0),
    'nothing above its head',
  );
});

test('a garment is put on it by us alone, without a photo, and anybody sees the bare figure', async () => {
  const who = await anonymousVisitor(house);
  const items = [await ownGarment(house, who)];
  const { status, body } = await who.call<TryOnSession>('POST', '/v1/tryon/sessions', { mannequin: 'standing', items });
  assert.deepEqual([status, body.photo_id, body.mannequin], [201, null, 'standing']);
  const outside = sampleRenderer('outside');
  await renderSession(house.platform.systemCtx(), body.session_id, [outside, builtInRenderer]);
  const made = (await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${body.session_id}`)).body;
  assert.deepEqual([made.status, outside.asked(), made.renderer], ['completed', 0, { name: 'built_in', instead_of: null, reason: null }]);
  const get = async (url: string) => (await house.server.inject({ method: 'GET', url })).rawPayload;
  const [bare, look] = [await get('/tryon-mannequins/standing'), await get(made.render_url!)];
  const chest = async (content: Buffer): Promise<number[]> => [
    ...(await sharp(content).extract({ left: 384, top: 340, width: 1, height: 1 }).raw().toBuffer()),
  ];
  const [before_it, after_it] = [await chest(bare), await chest(look)];
  assert.ok(
    before_it[0]! > 150 && after_it[0]! < 100 && after_it[1]! > after_it[0]!,
    `a green shirt: ${before_it.join()} ${after_it.join()}`,
  );
});

test('either a photo or a figure, and a figure that there is', async () => {
  const who = await anonymousVisitor(house);
  const items = [await ownGarment(house, who)];
  const photo_id = await photographPerson(house, who);
  for (const body of [{ items, photo_id, mannequin: 'standing' }, { items, mannequin: 'sitting' }, { items }])
    assert.equal((await who.call('POST', '/v1/tryon/sessions', body)).status, 400, JSON.stringify(body));
  assert.equal((await house.server.inject({ method: 'GET', url: '/tryon-mannequins/sitting' })).statusCode, 400);
});
