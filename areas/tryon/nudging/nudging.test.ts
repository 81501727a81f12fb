import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { TryOnSession } from '#contract/tryon.ts';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { composeLook, type Pixels } from '#science/look-layers/compose-look.ts';
import { findAnchors } from '#science/look-layers/find-anchors.ts';
import { nudgeCloth } from '#science/look-layers/nudge-cloth.ts';
import type { Renderer } from '../renderers/renderer.ts';
import { sampleRenderer } from '../renderers/sample-renderer.ts';
import { renderSession } from '../rendering/render-session.ts';
import { nudgeAside } from './nudge-aside.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const [width, height] = [120, 160];
const raw = { width, height, channels: 4 } as const;
function paint(colorAt: (x: number, y: number) => readonly number[]): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) data.set(colorAt(i % width, Math.floor(i / width)), i * 4);
  return { width, height, data };
}
const isCloth = (x: number, y: number): boolean => x >= 40 && x < 80 && y >= 40 && y < 120;
const layers = {
  person: paint((_x, y) => [200, 200 - y, 120, 255]),
  garment: paint((x, y) => (isCloth(x, y) ? [30, 80, 60, 255] : [0, 0, 0, 0])),
  shading: paint((x) => [100 + (x % 50), 100 + (x % 50), 100 + (x % 50), 255]),
};
const filesOf = async () => {
  const files = await Promise.all(Object.values(layers).map(({ data }) => sharp(data, { raw }).png().toBuffer()));
  return { person: files[0]!, garment: files[1]!, shading: files[2]! };
};
const hem_down = { hem: { x: 0, y: 0.1 } };

async function madeLook(who: Visitor, renderer: Renderer = sampleRenderer()): Promise<string> {
  const photo_id = await photographPerson(house, who);
  const items = [await ownGarment(house, who)];
  const { body } = await who.call<TryOnSession>('POST', '/v1/tryon/sessions', { photo_id, items });
  await renderSession(house.platform.systemCtx(), body.session_id, [renderer]);
  return body.session_id;
}
const show = async (who: Visitor, id: string) => (await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${id}`)).body;
const pictureOf = async ({ render_url }: TryOnSession) => (await house.server.inject({ method: 'GET', url: render_url! })).rawPayload;
const nudge = (who: Visitor, id: string, nudges: object) => who.call<TryOnSession>('PUT', `/v1/tryon/sessions/${id}/nudges`, { nudges });
const filesIn = async (prefix: string): Promise<number> => (await house.ctx().storage.list(prefix)).objects.length;

test('the server draws what the browser shows: the same cloth, moved by the same code', async () => {
  const drawn = await nudgeAside({ ...(await filesOf()), nudges: hem_down });
  const anchors = findAnchors(layers.garment)!;
  const shown = new Uint8ClampedArray(width * height * 4);
  const [garment, shading] = [layers.garment, layers.shading].map((layer) => nudgeCloth(layer, anchors, hem_down));
  composeLook({ person: layers.person, garment: garment!, shading: shading! }, 0, shown);
  const { data } = await sharp(drawn.content).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const off = shown.reduce((sum, value, i) => sum + Math.abs(value - data[i]!), 0) / shown.length;
  assert.ok(off < 2, `JPEG alone lies between: ${off}`);
  const first = await nudgeAside({ ...(await filesOf()), nudges: {} });
  assert.ok(!Buffer.from(first.content).equals(Buffer.from(drawn.content)), 'it was moved');
  assert.deepEqual((await nudgeAside({ ...(await filesOf()), nudges: hem_down })).content, drawn.content, 'and again alike');
});

test('a nudge is kept: the look is drawn so, saved so, and without it again as it was first', async () => {
  const who = await anonymousVisitor(house);
  const id = await madeLook(who);
  const first = await show(who, id);
  const { status, body } = await nudge(who, id, hem_down);
  assert.deepEqual([status, body.nudges], [200, hem_down]);
  assert.notEqual(body.render_url, first.render_url);
  assert.ok(!(await pictureOf(body)).equals(await pictureOf(first)));
  assert.deepEqual(body.layers, first.layers, 'layers stay as they were drawn');
  await who.call('PUT', `/v1/tryon/sessions/${id}/look`);
  const saved = await show(who, id);
  assert.deepEqual([saved.nudges, saved.render_url], [hem_down, body.render_url]);
  const second = await nudge(who, id, { hem: { x: 0.05, y: 0.1 } });
  assert.notEqual(second.body.render_url, body.render_url);
  assert.equal((await house.server.inject({ method: 'GET', url: body.render_url! })).statusCode, 404, 'the one before is gone');
  assert.equal(await filesIn(`tryon/${id}/`), 5);
  const back = await nudge(who, id, {});
  assert.deepEqual([back.body.nudges, back.body.render_url], [null, first.render_url]);
  assert.equal(await filesIn(`tryon/${id}/`), 4);
});

test('a nudge goes with its look, and nothing else can be moved', async () => {
  const who = await anonymousVisitor(house);
  const id = await madeLook(who);
  await nudge(who, id, hem_down);
  for (const nudges of [{ collar: { x: 0, y: 0 } }, { hem: { x: 2, y: 0 } }, { hem: { x: 0 } }])
    assert.equal((await nudge(who, id, nudges)).status, 400, JSON.stringify(nudges));
  await who.call('DELETE', `/v1/tryon/sessions/${id}`);
  assert.equal(await filesIn(`tryon/${id}/`), 0);
  assert.equal((await nudge(who, id, hem_down)).status, 410);
  const { rows } = await house.platform.database.pool.query('select nudges from tryon_sessions where id = $1', [id]);
  assert.deepEqual(rows, [{ nudges: null }]);
  const whole: Renderer = { name: 'whole', render: async (...wish) => ({ ...(await sampleRenderer().render(...wish)), layers: null }) };
  const flat = await madeLook(who, whole);
  const answer = await nudge(who, flat, hem_down);
  assert.deepEqual([answer.status, answer.body.error.code], [409, 'tryon.no_layers']);
});
