import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BodyMeasurements } from '#contract/fit.ts';
import { adviseSize } from './advise.ts';
import type { GarmentEvidence, ShopperEvidence, Sizing } from './evidence.ts';
import { aBody, aGarment, type Measure, measureAt, measures, shopperOf, someOfIt } from './sample-bodies.ts';
import { labels, now, sampleGarment, sampleShopper, sampleTry } from './sample-evidence.ts';

const steps = Array.from({ length: 9 }, (_, i) => i / 8);
const sizings = ['men', 'women'] as const;
const sizeFor = (shopper: ShopperEvidence, garment: GarmentEvidence) => labels.indexOf(adviseSize(shopper, garment, now).recommended_size!);

/** Asks about ever bigger bodies; fails where a bigger one gets a smaller size. */
function assertNeverSmaller(sizing: Sizing, garment: GarmentEvidence, bodies: readonly BodyMeasurements[]): void {
  let before = -1;
  for (const body of bodies) {
    const size = sizeFor(shopperOf(sizing, body), garment);
    assert.ok(size >= before, `${JSON.stringify(body)} gets ${labels[size]} after ${labels[before]}: ${JSON.stringify(garment)}`);
    before = size;
  }
}

/** A garment, and what somebody told of a body whose measures go together. */
const asked = (sizing: Sizing) => fc.tuple(aGarment(sizing), aBody(sizing).chain(someOfIt));
const ascending = (a: number, b: number) => a - b;
const runs = (numRuns: number) => ({ numRuns, seed: 7 });

/** Measures of how big somebody is all round. */
const bulk: readonly Measure[] = ['weight_kg', 'chest_cm', 'waist_cm', 'hip_cm', 'neck_cm', 'shoulder_cm'];

test('who is bigger at one place, or heavier, never gets a smaller size, whatever else is told', () => {
  for (const sizing of sizings)
    for (const measure of bulk)
      fc.assert(
        fc.property(asked(sizing), ([garment, told]) => {
          const bodies = steps.map((share) => ({ ...told, [measure]: measureAt(sizing, measure, share) }));
          assertNeverSmaller(sizing, garment, bodies);
        }),
        runs(6),
      );
});

/** Of two who weigh the same the taller one is the slimmer: a length makes a bigger body only where nothing is told of its bulk. */
test('who is taller, or has longer arms or legs, never gets a smaller size as long as nothing else is told', () => {
  for (const sizing of sizings)
    for (const measure of measures.filter((name) => !bulk.includes(name)))
      fc.assert(
        fc.property(aGarment(sizing), (garment) => {
          assertNeverSmaller(
            sizing,
            garment,
            steps.map((share) => ({ [measure]: measureAt(sizing, measure, share) })),
          );
        }),
        runs(6),
      );
});

test('who is bigger at all places that were told at once never gets a smaller size', () => {
  for (const sizing of sizings)
    fc.assert(
      fc.property(aGarment(sizing), fc.subarray([...measures], { minLength: 1 }), (garment, told) => {
        assertNeverSmaller(
          sizing,
          garment,
          steps.map((share) => Object.fromEntries(told.map((name) => [name, measureAt(sizing, name, share)]))),
        );
      }),
      runs(12),
    );
});

/** It is said against others of the same height and weight: beside a tape it tells of the weight instead. */
test('who calls the belly rounder, the chest broader or the hip wider never gets a smaller size', () => {
  for (const sizing of sizings)
    for (const place of ['belly', 'chest', 'hip'] as const)
      fc.assert(
        fc.property(asked(sizing), ([garment, { height_cm, weight_kg }]) => {
          const body = { height_cm, weight_kg };
          const sizes = ([-1, 0, 1] as const).map((level) => sizeFor(shopperOf(sizing, body, { build: { [place]: level } }), garment));
          assert.deepEqual(sizes, sizes.toSorted(ascending), JSON.stringify({ place, body, garment }));
        }),
        runs(6),
      );
});

test('whose garment that fits is a larger one never gets a smaller size, nor does who sets a wider range', () => {
  fc.assert(
    fc.property(
      aGarment('men', ['shirt', 't-shirt', 'jacket', 'coat', 'knitwear']),
      fc.integer({ min: 170, max: 190 }),
      (garment, height_cm) => {
        const body = { height_cm };
        const worn = labels.map((size) => sizeFor(shopperOf('men', body, { history: [sampleTry(size, 'perfect')] }), garment));
        assert.deepEqual(worn, worn.toSorted(ascending), JSON.stringify({ body, garment }));
        const zones = [98, 104, 110, 116].map((low_cm) => [
          { category: garment.category, name: 'chest' as const, low_cm, high_cm: low_cm + 7 },
        ]);
        const set = zones.map((one) => sizeFor(shopperOf('men', body, { zones: one }), garment));
        assert.deepEqual(set, set.toSorted(ascending), JSON.stringify({ body, garment }));
      },
    ),
    runs(15),
  );
});

/** Answers that contradict each other and the tape may be dismissed one after the other as the tape grows: see the README. */
test('where garments drawn at random contradict the tape, a larger chest steps back at most once in two hundred steps', () => {
  const feel = fc.constantFrom('too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large');
  const tries = fc.array(fc.record({ size: fc.constantFrom(...labels), overall: feel }), { minLength: 1, maxLength: 3 });
  let [taken, back] = [0, 0];
  for (const said of fc.sample(tries, { numRuns: 40, seed: 11 })) {
    const history = said.map(({ size, overall }) => sampleTry(size, overall as 'perfect'));
    const sizes = steps.map((share) => sizeFor(sampleShopper({ body: { chest_cm: 74 + 64 * share }, history }), sampleGarment()));
    taken += sizes.length - 1;
    back += sizes.filter((size, i) => i > 0 && size < sizes[i - 1]!).length;
  }
  assert.ok(back <= taken / 200, `${back} of ${taken}`);
});
