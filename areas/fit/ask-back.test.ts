import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BodyMeasurements } from '#contract/fit.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { askBack } from './ask-back.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

function questionsOn(body: BodyMeasurements): Record<string, string> {
  try {
    askBack(body, body);
    return {};
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === 'fit.unlikely_measurement');
    return error.fields ?? {};
  }
}

/** Grown-ups: every height and every usual weight for it. */
function* grownUps() {
  for (let height_cm = 150; height_cm <= 206; height_cm += 2)
    for (let build = 17; build <= 44; build += 1.5)
      yield { height_cm, weight_kg: Math.round(build * (height_cm / 100) ** 2 * 10) / 10, build };
}

test('no grown-up between slight and heavy is asked anything', () => {
  for (const { height_cm, weight_kg } of grownUps()) assert.deepEqual(questionsOn({ height_cm, weight_kg }), {});
  for (let cm = 60; cm <= 160; cm += 1) assert.deepEqual(questionsOn({ chest_cm: cm, waist_cm: cm, hip_cm: cm }), {});
});

test('pounds given as kilograms are asked about, with the kilograms that were meant', () => {
  for (const { height_cm, weight_kg, build } of grownUps()) {
    // Slighter than this the number of pounds is a weight that heavy people have, and heavier it is beyond the scale.
    const pounds = Math.round(weight_kg / 0.45359237);
    if (build < 24 || pounds > 400) continue;
    const said = questionsOn({ height_cm, weight_kg: pounds })['weight_kg'] ?? '';
    const meant = Number(/enter ([\d.]+) kg/.exec(said)?.[1]);
    assert.ok(Math.abs(meant - weight_kg) < 0.3, `${height_cm} cm, ${weight_kg} kg: ${said}`);
  }
});

test('girths and heights given in inches are asked about, with the centimetres that were meant', () => {
  for (let cm = 80; cm <= 120; cm += 1) {
    const inches = Math.round((cm / 2.54) * 10) / 10;
    for (const field of ['chest_cm', 'hip_cm'] as const) {
      const meant = Number(/enter ([\d.]+) cm/.exec(questionsOn({ [field]: inches })[field] ?? '')?.[1]);
      assert.ok(Math.abs(meant - cm) < 0.2, `${field} ${inches}`);
    }
  }
  for (let cm = 150; cm <= 188; cm += 1)
    assert.match(questionsOn({ height_cm: Math.round(cm / 2.54) })['height_cm'] ?? '', /if you meant \d\d in/i);
});

test('a small child is not asked whether it was measured in inches', () => {
  assert.deepEqual(questionsOn({ age: 1, height_cm: 74, weight_kg: 9, chest_cm: 46, waist_cm: 44, hip_cm: 46 }), {});
});

const measure = (who: Visitor, body: object) => who.call<BodyMeasurements>('PATCH', `/v1/profiles/${who.profile_id}/measurements`, body);

test('the API asks back, keeps nothing until it is answered, and believes the answer', async () => {
  const who = await anonymousVisitor(house);
  const asked = await measure(who, { height_cm: 178, weight_kg: 180 });
  assert.deepEqual([asked.status, asked.body.error.code], [400, 'fit.unlikely_measurement']);
  assert.equal(
    asked.body.error.fields?.['weight_kg'],
    'A weight of 180 kg is unusual. If you meant 180 lb, enter 81.6 kg; if it is right, send it again with is_sure: true.',
  );
  assert.deepEqual((await who.call('GET', `/v1/profiles/${who.profile_id}/measurements`)).body, {});
  const sure = await measure(who, { height_cm: 178, weight_kg: 180, is_sure: true });
  assert.deepEqual([sure.status, sure.body], [200, { height_cm: 178, weight_kg: 180 }]);
  assert.equal((await measure(who, { age: 40 })).status, 200, 'what was answered once is not asked again');
  assert.equal((await measure(who, { chest_cm: 38, is_sure: true })).status, 400, 'no grown-up has such a chest, however sure');
});

test('an owned garment measured flat is asked back by the API, and kept when it is meant', async () => {
  const who = await anonymousVisitor(house);
  const path = `/v1/profiles/${who.profile_id}/owned-garments`;
  const shirt = { brand: 'A tailor', category: 'shirt', size: '40', garment_cm: { chest: 56 } };
  const asked = await who.call<{ id: string }>('POST', path, shirt);
  assert.deepEqual([asked.status, asked.body.error.code], [400, 'fit.unlikely_garment']);
  assert.match(asked.body.error.fields?.['garment_cm.chest'] ?? '', /Enter 112 if you measured it flat/);
  const kept = await who.call<{ id: string }>('POST', path, { ...shirt, is_sure: true });
  assert.equal(kept.status, 201, JSON.stringify(kept.body));
  assert.equal('is_sure' in kept.body, false);
  const change = (body: object) => who.call('PATCH', `${path}/${kept.body.id}`, body);
  assert.equal((await change({ garment_cm: { waist: 40 } })).status, 400);
  assert.equal((await change({ garment_cm: { waist: 40 }, is_sure: true })).status, 200);
  assert.equal((await change({ size: '41' })).status, 200);
});
