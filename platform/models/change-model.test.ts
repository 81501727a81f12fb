import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { LearnedModel } from '#contract/models.ts';
import { sampleFigures } from '#platform/testing/sample-figures.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { isHeld, listModels, promoteModel, rollBackModel } from './change-model.ts';
import { loadModel, registerModel } from './keep-model.ts';

let house: TestHouse;
let operator: Visitor;
before(async () => {
  house = await testHouse();
  operator = await accountVisitor(house, 'operator');
});
after(() => house.close());

/** Keeps versions of a name and puts each to use in its turn, a second apart. */
async function useInTurn(name: string, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const version = await registerModel(house.ctx(), { name, content: { n }, figures: sampleFigures(), refused_because: null });
    house.clock.pass(1);
    await promoteModel(house.ctx(), { name, version });
  }
}
const goBack = async (name: string) => {
  house.clock.pass(1);
  return (await rollBackModel(house.ctx(), name)).promoted_version;
};

test('going back ends at what was in use before, and at last at nothing learned', async () => {
  await useInTurn('steps', 3);
  assert.deepEqual([await goBack('steps'), await goBack('steps'), await goBack('steps')], [2, 1, null]);
  await assert.rejects(goBack('steps'), { code: 'request.not_found' });
  assert.equal(await loadModel(house.ctx(), 'steps'), undefined);
});

test('a version that was gone back from is not gone back to', async () => {
  await useInTurn('bad', 2);
  assert.equal(await goBack('bad'), 1);
  await useInTurn('bad', 1);
  assert.equal(await goBack('bad'), 1, 'not the second, which somebody took out of use');
});

test('what was gone back from can be put to use again, and is then what it was', async () => {
  await useInTurn('again', 2);
  await goBack('again');
  await promoteModel(house.ctx(), { name: 'again', version: 2 });
  assert.deepEqual((await loadModel(house.ctx(), 'again'))?.version, 2);
  assert.equal(await goBack('again'), 1);
});

test('a refused version can be put to use all the same, and still says why it was', async () => {
  await registerModel(house.ctx(), { name: 'refused', content: {}, figures: sampleFigures(), refused_because: 'worse' });
  await operator.call('POST', '/v1/operator/models/refused/versions/1/promote');
  const { body } = await operator.call<{ models: LearnedModel[] }>('GET', '/v1/operator/models');
  const [version] = body.models.find(({ name }) => name === 'refused')!.versions;
  assert.deepEqual([version?.state, version?.refused_because], ['promoted', 'worse']);
});

test('every model shows its own newest versions, however many another has', async () => {
  for (let n = 0; n < 51; n += 1)
    await registerModel(house.ctx(), { name: 'many', content: {}, figures: sampleFigures(), refused_because: 'worse' });
  await registerModel(house.ctx(), { name: 'zero', content: {}, figures: sampleFigures(), refused_because: null });
  const models = await listModels(house.ctx());
  assert.deepEqual(models.find(({ name }) => name === 'zero')?.versions.length, 1);
  const many = models.find(({ name }) => name === 'many')!.versions;
  assert.deepEqual([many.length, many[0]?.version], [50, 51]);
});

test('a version in use stays in sight behind fifty that were refused after it', async () => {
  await useInTurn('old', 1);
  for (let n = 0; n < 50; n += 1)
    await registerModel(house.ctx(), { name: 'old', content: {}, figures: sampleFigures(), refused_because: 'worse' });
  const old = (await listModels(house.ctx())).find(({ name }) => name === 'old')!;
  assert.equal(old.promoted_version, 1);
});

test('going back holds, however many versions come after it, until an operator promotes again', async () => {
  await useInTurn('held', 2);
  assert.equal(await isHeld(house.ctx(), 'held'), false);
  await goBack('held');
  for (let n = 0; n < 60; n += 1)
    await registerModel(house.ctx(), { name: 'held', content: {}, figures: sampleFigures(), refused_because: null });
  assert.equal(await isHeld(house.ctx(), 'held'), true);
  await promoteModel(house.ctx(), { name: 'held', version: 62 });
  assert.equal(await isHeld(house.ctx(), 'held'), false);
});

test('only operators see models or change them, and what is not there is said so', async () => {
  const shopper = await accountVisitor(house);
  for (const [method, path] of [
    ['GET', '/v1/operator/models'],
    ['POST', '/v1/operator/models/steps/versions/1/promote'],
    ['POST', '/v1/operator/models/steps/roll-back'],
  ] as const) {
    assert.equal((await shopper.call(method, path)).status, 403, path);
  }
  assert.equal((await operator.call('POST', '/v1/operator/models/steps/versions/99/promote')).status, 404);
  assert.equal((await operator.call('POST', '/v1/operator/models/nothing/roll-back')).status, 404);
  assert.equal((await operator.call('POST', '/v1/operator/models/steps/versions/none/promote')).status, 400);
});
