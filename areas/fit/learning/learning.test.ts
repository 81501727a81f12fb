import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { saveBoutique, saveBoutiqueProduct } from '#areas/catalog/index.ts';
import type { SizeAnswer } from '#contract/fit.ts';
import type { LearnedModel } from '#contract/models.ts';
import { registerModel } from '#platform/models/keep-model.ts';
import { sampleBoutique, sampleShirt } from '#platform/testing/sample-boutique.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, runCommand, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
let operator: Visitor;
let [snug_shirt, true_shirt] = ['', ''];
before(async () => {
  house = await testHouse();
  operator = await accountVisitor(house, 'operator');
  await saveBoutique(house.ctx(), sampleBoutique());
  [snug_shirt, true_shirt] = [await shirt('snug'), await shirt('true')];
});
after(() => house.close());

async function shirt(slug: string): Promise<string> {
  const { id } = await saveBoutiqueProduct(house.ctx(), sampleShirt(slug, ['S', 'M', 'L', 'XL']));
  return id;
}

/** Sixty shoppers of an integrator: one shirt was too small on nearly all in M, the other fitted. */
async function tellOutcomes(): Promise<void> {
  const { body } = await operator.call<{ secret: string }>('POST', '/v1/api-keys', {
    name: 'shop',
    scopes: ['fit', 'act_for'],
    rate_limit_per_minute: 100_000,
  });
  const headers = { authorization: `Bearer ${body.secret}` };
  const line = (product_id: string, i: number, more: object) => ({
    external_id: `${product_id}-${i}`,
    user_id: `u${i}`,
    product_id,
    size: 'M',
    ...more,
  });
  const outcomes = Array.from({ length: 60 }, (_, i) => [
    line(snug_shirt, i, i % 6 === 0 ? { outcome: 'kept' } : { outcome: 'returned', reason: 'too_small' }),
    line(true_shirt, i, i % 6 === 0 ? { outcome: 'returned', reason: 'too_small' } : { outcome: 'kept' }),
  ]).flat();
  const answer = await callHouse<{ outcomes: { status: string }[] }>(house, {
    method: 'POST',
    url: '/v1/outcomes',
    headers,
    payload: { outcomes },
  });
  assert.ok(answer.body.outcomes.every(({ status }) => status === 'saved'));
}

async function shopper(): Promise<Visitor> {
  const visitor = await anonymousVisitor(house);
  await visitor.call('PATCH', `/v1/profiles/${visitor.profile_id}/measurements`, { chest_cm: 100 });
  return visitor;
}
const ask = async (visitor: Visitor, product_id: string) =>
  (await visitor.call<SizeAnswer>('GET', `/v1/size-advice?product_id=${product_id}`)).body;
/** As the product answers the man of the bulk. */
async function askAsMan(product_id: string): Promise<SizeAnswer> {
  const man = await shopper();
  await man.call('PATCH', `/v1/profiles/${man.profile_id}`, { sizing: 'men' });
  return ask(man, product_id);
}
const figuresOf = ({ all_scores }: SizeAnswer, name: 'score' | 'confidence') =>
  Object.fromEntries(Object.entries(all_scores).map(([label, scores]) => [label, scores[name]]));
const larger = (answer: SizeAnswer) => answer.all_scores['L']!.score + answer.all_scores['XL']!.score;
const model = async () =>
  (await operator.call<{ models: LearnedModel[] }>('GET', '/v1/operator/models')).body.models.find(({ name }) => name === 'size');

test('without outcomes nothing is learned: the job does nothing, an operator is told what is missing, commands say so', async () => {
  const refused = await operator.call('POST', '/v1/operator/models/size/train');
  assert.deepEqual([refused.status, refused.body.error.code], [409, 'fit.too_few_outcomes']);
  assert.match(await runCommand(house, 'train', []), /Fewer than 100/);
  assert.match(await runCommand(house, 'evaluate', []), /nothing to measure/);
  assert.equal(await model(), undefined);
});

test('what sixty others found turns the next advice, says why, and goes when it is rolled back', async () => {
  const visitor = await shopper();
  const before_it = await ask(visitor, snug_shirt);
  await tellOutcomes();
  assert.equal((await operator.call('POST', '/v1/operator/models/size/train')).status, 200);
  assert.ok((await house.runJobs('fit.train')) >= 1);
  const learned = (await model())!;
  assert.equal(learned.versions.length, 1);
  const { state, figures } = learned.versions[0]!;
  assert.equal(
    state,
    'promoted',
    `refused: ${learned.versions[0]!.refused_because}, ${figures.log_loss} against ${figures.baseline_log_loss}`,
  );
  assert.deepEqual([figures.trial_count, figures.held_out_count], [120, 12]);

  const snug = await ask(visitor, snug_shirt);
  assert.ok(larger(snug) > larger(before_it) + 0.1, `${larger(before_it)} -> ${larger(snug)}`);
  assert.match(snug.reasons.map(({ text }) => text).join(' '), /Others found that it runs small/);
  const fits = [snug, await ask(visitor, true_shirt)].map(({ all_scores }) => all_scores['M']!.confidence);
  assert.ok(fits[0]! < fits[1]! - 0.2, `the M fits with ${fits.join(' and ')}`);

  await operator.call('POST', '/v1/operator/models/size/roll-back');
  assert.deepEqual(await ask(visitor, snug_shirt), before_it);
});

test('after going back a new version waits for an operator; commands train, evaluate and answer in bulk', async () => {
  assert.match(await runCommand(house, 'train', ['--tune', '3']), /Version 2 waits for you to promote it/);
  await operator.call('POST', '/v1/operator/models/size/versions/2/promote');
  assert.match(await runCommand(house, 'train', []), /Version 3 is in use/);
  await assert.rejects(runCommand(house, 'train', ['--tune', 'many']), /how many rounds/);
  assert.match(await runCommand(house, 'evaluate', []), /log_loss/);
  const folder = mkdtempSync(join(tmpdir(), 'toile-predict-'));
  const [asked, answered] = [join(folder, 'asked.jsonl'), join(folder, 'answered.jsonl')];
  const lines = [
    JSON.stringify({ id: 'a', product_id: snug_shirt, sizing: 'men', body: { chest_cm: 100 } }),
    'not json',
    JSON.stringify({ id: 'c', product_id: '00000000-0000-7000-8000-000000000000' }),
  ];
  writeFileSync(asked, lines.join('\n'));
  assert.match(await runCommand(house, 'predict', [asked, answered]), /3 answers/);
  const [good, broken, gone] = readFileSync(answered, 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { id?: string; recommended_size?: string; scores?: object; fits?: Record<string, number>; error?: string },
    );
  assert.equal(good!.id, 'a');
  const shown = await askAsMan(snug_shirt);
  assert.deepEqual(
    [good!.recommended_size, good!.scores, good!.fits],
    [shown.recommended_size, figuresOf(shown, 'score'), figuresOf(shown, 'confidence')],
    'in bulk it is what the product says',
  );
  assert.match(broken!.error!, /no question/);
  assert.deepEqual([gone!.id, typeof gone!.error], ['c', 'string']);
});

test('a model of another form, or whose file is gone, is not read: advice goes on from the priors', async () => {
  const visitor = await shopper();
  await operator.call('POST', '/v1/operator/models/size/versions/2/promote');
  const learned = await ask(visitor, snug_shirt);
  const { figures } = (await model())!.versions[0]!;
  const version = await registerModel(house.ctx(), { name: 'size', content: { form: 'older' }, figures, refused_because: null });
  await operator.call('POST', `/v1/operator/models/size/versions/${version}/promote`);
  const from_priors = await ask(visitor, snug_shirt);
  assert.notDeepEqual(from_priors, learned);
  const gone = await registerModel(house.ctx(), { name: 'size', content: {}, figures, refused_because: null });
  await house.platform.ports.storage.deleteAll('models/size/');
  await operator.call('POST', `/v1/operator/models/size/versions/${gone}/promote`);
  assert.deepEqual(await ask(visitor, snug_shirt), from_priors);
});

test('only operators may train', async () => {
  assert.equal((await (await shopper()).call('POST', '/v1/operator/models/size/train')).status, 403);
});
