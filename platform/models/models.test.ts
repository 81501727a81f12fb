import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { LearnedModel, ModelFigures } from '#contract/models.ts';
import type { Health } from '#contract/operation.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { loadModel, registerModel } from './keep-model.ts';

let house: TestHouse;
let operator: Visitor;
before(async () => {
  house = await testHouse();
  operator = await accountVisitor(house, 'operator');
});
after(() => house.close());

const figures: ModelFigures = {
  trial_count: 100,
  held_out_count: 10,
  log_loss: 0.6,
  baseline_log_loss: 0.7,
  mean_auc: null,
  accuracy: 0.7,
  macro_f1: 0.5,
  ece: 0.02,
  drift: 0.1,
  reliability: [],
  by_group: [],
};
const keep = (name: string, content: unknown, refused_because: 'worse' | null = null) =>
  registerModel(house.ctx(), { name, content, figures, refused_because });
const promote = (name: string, version: number) =>
  operator.call<LearnedModel>('POST', `/v1/operator/models/${name}/versions/${version}/promote`);
const rollBack = (name: string) => operator.call<LearnedModel>('POST', `/v1/operator/models/${name}/roll-back`);
const inUse = async (name: string) => (await loadModel(house.ctx(), name))?.content;

test('a version is not in use before somebody promotes it, and comes back as it was put: maps and typed arrays too', async () => {
  const content = { words: new Map([['m', 3]]), weights: Float64Array.from([0.5, Number.NaN, -0]) };
  assert.equal(await keep('shape', content), 1);
  assert.equal(await inUse('shape'), undefined);
  assert.equal((await promote('shape', 1)).status, 200);
  assert.deepEqual(await inUse('shape'), content);
});

test('rolling back goes to what was in use before, step by step, and at last to none', async () => {
  for (const version of [1, 2, 3]) {
    await keep('steps', `version ${version}`);
    await promote('steps', version);
    house.clock.pass(60);
  }
  const seen = [];
  for (let step = 0; step < 3; step++) {
    seen.push(await inUse('steps'));
    await rollBack('steps');
  }
  assert.deepEqual(seen, ['version 3', 'version 2', 'version 1']);
  assert.equal(await inUse('steps'), undefined);
  assert.equal((await rollBack('steps')).status, 404);
});

test('promoting twice changes nothing, and at most one version is in use', async () => {
  await keep('twice', 1);
  await keep('twice', 2);
  await Promise.all([promote('twice', 1), promote('twice', 2), promote('twice', 2)]);
  const { body } = await promote('twice', 2);
  assert.deepEqual(
    body.versions.map(({ version, state }) => [version, state]),
    [
      [2, 'promoted'],
      [1, 'retired'],
    ],
  );
});

test('a refused version says why, also once an operator wants it all the same', async () => {
  await keep('refused', 1, 'worse');
  const listed = await operator.call<{ models: LearnedModel[] }>('GET', '/v1/operator/models');
  const model = listed.body.models.find(({ name }) => name === 'refused')!;
  assert.deepEqual([model.promoted_version, model.versions[0]!.state, model.versions[0]!.refused_because], [null, 'refused', 'worse']);
  const { body } = await promote('refused', 1);
  assert.deepEqual([body.promoted_version, body.versions[0]!.refused_because], [1, 'worse']);
});

test('only operators see or change models; what is not there is not found, what is no number is refused', async () => {
  const [shopper, stranger] = [await accountVisitor(house), await anonymousVisitor(house)];
  for (const visitor of [shopper, stranger]) {
    assert.equal((await visitor.call('GET', '/v1/operator/models')).status, 403);
    assert.equal((await visitor.call('POST', '/v1/operator/models/shape/versions/1/promote')).status, 403);
    assert.equal((await visitor.call('POST', '/v1/operator/models/shape/roll-back')).status, 403);
  }
  assert.equal((await house.server.inject({ url: '/v1/operator/models' })).statusCode, 401);
  assert.equal((await promote('shape', 99)).status, 404);
  assert.equal((await promote('nothing', 1)).status, 404);
  assert.equal((await operator.call('POST', '/v1/operator/models/shape/versions/last/promote')).status, 400);
});

test('health says whether anything learned is in use', async () => {
  const empty = await testHouse();
  const stateOf = async (one: TestHouse) => (await one.server.inject({ url: '/health' })).json<Health>().checks.models;
  assert.equal(await stateOf(empty), 'not_trained');
  await empty.close();
  await keep('healthy', 1);
  await promote('healthy', 1);
  assert.equal(await stateOf(house), 'healthy');
});
