import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { askedVisitor } from '#platform/testing/asked-question.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import type { Access, Route } from './route.ts';
import { routes } from './routes.ts';

// Every route x who may ask, generated from the contract: a new route is covered the day it is written.

const all = Object.entries(routes) as [string, Route][];
const people = ['nobody', 'anonymous', 'shopper', 'boutique', 'operator'] as const;
type Who = (typeof people)[number];

const may_pass: Record<Access, readonly Who[]> = {
  public: people,
  person: ['anonymous', 'shopper', 'boutique', 'operator'],
  account: ['shopper', 'boutique', 'operator'],
  boutique: ['boutique', 'operator'],
  operator: ['operator'],
};
const door_codes = ['people.not_signed_in', 'people.not_allowed', 'people.account_needed'];

/** For each route that is somebody's own: how its owner comes to have the thing, and how it is asked for. */
type Owned = (owner: Visitor) => Promise<{ params?: Record<string, string>; body?: object }>;
const startFitting = async (owner: Visitor): Promise<string> =>
  (await owner.call<{ session_id: string }>('POST', '/v1/tryon/start', { page_html: sampleProductPage() })).body.session_id;
const addProfile = async (owner: Visitor): Promise<string> =>
  (await owner.call<{ id: string }>('POST', '/v1/profiles', { name: 'Ada' })).body.id;
const addGarment = async (owner: Visitor): Promise<string> =>
  (
    await owner.call<{ id: string }>('POST', `/v1/profiles/${owner.profile_id}/owned-garments`, {
      brand: 'J.Crew',
      category: 'shirt',
      size: 'M',
    })
  ).body.id;
const ofProfile: Owned = async (owner) => ({ params: { id: owner.profile_id }, body: {} });
const zoneOf = (owner: Visitor) => ({ id: owner.profile_id, kind: 'knitwear', name: 'chest' });
const addItem = async (owner: Visitor): Promise<{ id: string; upload_url: string }> => {
  const { body } = await owner.call<{ item: { id: string }; upload_url: string }>('POST', '/v1/items', { title: 'Shirt' });
  return { id: body.item.id, upload_url: body.upload_url };
};
const ofItem =
  (body?: object): Owned =>
  async (owner) => ({ params: { id: (await addItem(owner)).id }, ...(body ? { body } : {}) });
/** An item whose photo has arrived, and one whose photo is on its way into the wardrobe. */
const photographed = async (owner: Visitor): Promise<{ id: string }> => {
  const { id, upload_url } = await addItem(owner);
  const payload = await sharp({ create: { width: 80, height: 80, channels: 3, background: 'navy' } })
    .png()
    .toBuffer();
  await house.server.inject({ method: 'PUT', url: upload_url, payload });
  return { id };
};
const logged =
  (what: 'worn' | 'washed'): Owned =>
  async (owner) => {
    const { id } = await addItem(owner);
    const { body } = await owner.call<Record<string, { id: string }>>('POST', `/v1/items/${id}/${what}`, {});
    return { params: { id, log_id: body[what === 'worn' ? 'wear' : 'wash']!.id } };
  };
/** A file that was sent, to be brought back. */
const handInZip = async (owner: Visitor): Promise<string> => {
  const payload = Buffer.from('a zip, some day');
  const { body } = await owner.call<{ import: { id: string }; upload_url: string }>('POST', '/v1/me/import', {
    size_bytes: payload.length,
  });
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload });
  return body.import.id;
};
const photograph: Owned = async (owner) => ({ params: { id: await photographPerson(house, owner) } });
const tryOnBody = async (owner: Visitor) => ({ photo_id: await photographPerson(house, owner), items: [await ownGarment(house, owner)] });
const tryOn: Owned = async (owner) => {
  const { body } = await owner.call<{ session_id: string }>('POST', '/v1/tryon/sessions', await tryOnBody(owner));
  return { params: { id: body.session_id } };
};
/** One that has its look, whoever drew it. */
const lookOf: Owned = async (owner) => {
  const made = await tryOn(owner);
  const { pool } = house.platform.database;
  await pool.query("update tryon_sessions set status = 'completed', confidence = 1 where id = $1", [made.params?.['id']]);
  return made;
};
const perfect = { size_tried: 'M', fit_feedback: { overall: 'perfect' }, would_keep: true };

const owned: Record<string, Owned> = {
  endSession: async (owner) => {
    const { body } = await owner.call<{ sessions: { id: string }[] }>('GET', '/v1/auth/sessions');
    return { params: { id: body.sessions[0]?.id ?? '' } };
  },
  changeProfile: async (owner) => ({ params: { id: owner.profile_id }, body: { name: 'Grace' } }),
  removeProfile: async (owner) => ({ params: { id: await addProfile(owner) } }),
  recommendSize: async (owner) => ({ body: { session_id: await startFitting(owner) } }),
  submitOutcome: async (owner) => ({ body: { session_id: await startFitting(owner), ...perfect } }),
  readFitting: async (owner) => ({ params: { id: await startFitting(owner) } }),
  readMeasurements: ofProfile,
  changeMeasurements: ofProfile,
  readBuild: ofProfile,
  setBuild: ofProfile,
  listOwnedGarments: ofProfile,
  addOwnedGarment: async (owner) => ({ params: { id: owner.profile_id }, body: { brand: 'Theory', category: 'shirt', size: 'M' } }),
  removeCorrection: async (owner) => {
    const correction = {
      brand: 'Tailor',
      sizing: 'men',
      category: 'shirt',
      source: 'their size guide',
      sizes: [
        { label: 'S', body: { chest: [88, 94] } },
        { label: 'M', body: { chest: [94, 100] } },
      ],
    };
    return { params: { id: (await owner.call<{ id: string }>('POST', '/v1/size-charts/corrections', correction)).body.id } };
  },
  changeNotice: async (owner) => ({ params: { id: (await askedVisitor(house, owner)).id }, body: { is_read: true } }),
  answerNotice: async (owner) => ({ params: { id: (await askedVisitor(house, owner)).id }, body: { answer: 'perfect' } }),
  listFitZones: ofProfile,
  listContradictions: ofProfile,
  setFitZone: async (owner) => ({ params: zoneOf(owner), body: { low_cm: 101, high_cm: 109 } }),
  forgetFitZone: async (owner) => ({ params: zoneOf(owner) }),
  changeOwnedGarment: async (owner) => ({ params: { id: owner.profile_id, owned_id: await addGarment(owner) }, body: { size: 'L' } }),
  listTries: ofProfile,
  takeBackTry: async (owner) => {
    const session_id = await startFitting(owner);
    const { body } = await owner.call<{ feedback_id: string }>('POST', '/v1/tryon/submit', { session_id, ...perfect });
    return { params: { id: owner.profile_id, try_id: body.feedback_id } };
  },
  readItem: ofItem(),
  changeItem: ofItem({ title: 'Blouse' }),
  removeItem: ofItem(),
  replacePhoto: ofItem({}),
  listSimilarItems: ofItem(),
  listProductsLike: ofItem(),
  noteWorn: ofItem({}),
  noteWashed: ofItem({}),
  undoWorn: logged('worn'),
  undoWashed: logged('washed'),
  noteImageUploaded: async (owner) => ({ params: await photographed(owner), body: {} }),
  cleanBackground: async (owner) => {
    const params = await photographed(owner);
    await owner.call('PUT', `/v1/items/${params.id}/image-uploaded`, {});
    return { params, body: {} };
  },
  keepOriginal: async (owner) => {
    const params = await photographed(owner);
    await owner.call('PUT', `/v1/items/${params.id}/image-uploaded`, { background: 'original' });
    await house.runJobs('garments.take_in');
    return { params };
  },
  startMyImport: async (owner) => ({ params: { id: await handInZip(owner) } }),
  removeMyImport: async (owner) => ({ params: { id: await handInZip(owner) } }),
  notePersonPhoto: photograph,
  readPersonPhoto: photograph,
  removePersonPhoto: photograph,
  createTryOn: async (owner) => ({ body: await tryOnBody(owner) }),
  createTryOnShort: async (owner) => ({ body: await tryOnBody(owner) }),
  readTryOn: tryOn,
  readTryOnStatus: tryOn,
  followTryOn: tryOn,
  removeTryOn: tryOn,
  saveLook: lookOf,
  unsaveLook: lookOf,
  nudgeLook: async (owner) => ({ ...(await lookOf(owner)), body: { nudges: {} } }),
  shareLook: async (owner) => ({ ...(await lookOf(owner)), body: { is_agreed: true } }),
  unshareLook: lookOf,
  rateTryOn: async (owner) => ({ ...(await lookOf(owner)), body: { accuracy: 4 } }),
  removeOwnedGarment: async (owner) => ({ params: { id: owner.profile_id, owned_id: await addGarment(owner) } }),
};

let house: TestHouse;
before(async () => {
  house = await testHouse({ FIT_QUESTION_AFTER_DAYS: '0' });
});
after(() => house.close());

const some_id = '01900000-0000-7000-8000-000000000000';
const fill = (path: string, params: Record<string, string> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? some_id);

const visitorFor: Record<Who, () => Promise<Visitor | undefined>> = {
  nobody: () => Promise.resolve(undefined),
  anonymous: () => anonymousVisitor(house),
  shopper: () => accountVisitor(house),
  boutique: () => accountVisitor(house, 'boutique'),
  operator: () => accountVisitor(house, 'operator'),
};

/** Routes that change who is asking get somebody fresh; the rest share, because making an account is slow on purpose. */
const spends_the_visitor = new Set(['logOut', 'eraseMe', 'logIn', 'signUp', 'endSession']);
const regulars = new Map<Who, Promise<Visitor | undefined>>();
function visitor(who: Who, route_name: string): Promise<Visitor | undefined> {
  if (spends_the_visitor.has(route_name)) return visitorFor[who]();
  const known = regulars.get(who) ?? visitorFor[who]();
  regulars.set(who, known);
  return known;
}

for (const [name, route] of all) {
  test(`${route.method} ${route.path} lets in ${may_pass[route.access].join(', ')} and nobody else`, async () => {
    for (const who of people) {
      const caller = await visitor(who, name);
      const { status, body } = await callHouse(house, {
        method: route.method,
        url: fill(route.path),
        ...(caller ? { headers: caller.headers } : {}),
        ...(route.body ? { payload: {} } : {}),
      });
      const is_let_in = !door_codes.includes(body?.error?.code);
      assert.equal(is_let_in, may_pass[route.access].includes(who), `${who} got ${status} ${body?.error?.code ?? ''}`);
      assert.ok(status < 500, `${who} got ${status}`);
      if (!is_let_in) assert.equal(status, who === 'nobody' ? 401 : 403);
    }
  });
}

for (const [name, route] of all.filter(([, { is_owned }]) => is_owned)) {
  test(`${route.method} ${route.path} answers its owner, and nobody else learns that the thing exists`, async () => {
    const make = owned[name];
    assert.ok(make, `add ${name} to the things that are somebody's own in this test`);
    const owner = await accountVisitor(house);
    const { params, body } = await make(owner);
    const ask = (who: Visitor) => who.call(route.method, fill(route.path, params), body);
    for (const who of ['anonymous', 'shopper', 'boutique', 'operator'] as const) {
      const stranger = await visitor(who, name);
      const answer = await ask(stranger as Visitor);
      assert.equal(answer.status, 404, `${who} got ${answer.status}`);
      assert.equal(answer.body.error.code, 'request.not_found');
    }
    const { status, body: answer } = await ask(owner);
    assert.equal(status, route.status, JSON.stringify(answer));
  });
}

for (const [name, route] of all) {
  test(`${route.method} ${route.path} opens to an API key only with ${route.scope ?? 'no scope at all, if it is public'}`, async () => {
    const operator = (await visitor('operator', '')) as Visitor;
    const keyWith = async (scopes: string[]): Promise<string> =>
      (await operator.call<{ secret: string }>('POST', '/v1/api-keys', { name, scopes })).body.secret;
    const other = route.scope === 'act_for' ? 'fit' : 'act_for';
    const ask = async (secret: string) =>
      (
        await callHouse(house, {
          method: route.method,
          url: fill(route.path),
          headers: { authorization: `Bearer ${secret}` },
          ...(route.body ? { payload: {} } : {}),
        })
      ).body?.error?.code;
    const without = await ask(await keyWith([other]));
    assert.equal(without === 'people.not_allowed', route.scope !== undefined || route.access !== 'public', `got ${without}`);
    if (route.scope) {
      const code = await ask(await keyWith([route.scope]));
      assert.ok(code !== 'people.not_signed_in' && (code !== 'people.not_allowed' || route.scope === 'fit'), `got ${code}`);
    }
  });
}
