import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FitFeedback } from '#contract/fit.ts';
import { adviseSize } from './advise.ts';
import type { GarmentEvidence, ShopperEvidence, SizeModelAdvice } from './evidence.ts';
import { aBody, aGarment, type Body, shopperOf, someOfIt } from './sample-bodies.ts';
import { labels, now, sampleGarment, sampleShopper, sampleTry } from './sample-evidence.ts';

const feel: fc.Arbitrary<FitFeedback['overall']> = fc.constantFrom('too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large');
const day = (days: number) => new Date(now.getTime() - days * 86_400_000);
/** All of it falls on few days, so that much is of the same moment. */
const days = fc.integer({ min: 0, max: 3 });
const owned = fc.array(
  fc
    .record({ garment: aGarment('men'), size: fc.constantFrom(...labels), overall: feel, days })
    .map(({ days: ago, ...item }) => ({ ...item, brand: item.garment.brand, at: day(ago) })),
  { maxLength: 3 },
);
const history = fc.array(
  fc
    .record({
      garment: aGarment('men'),
      size_tried: fc.constantFrom(...labels),
      overall: feel,
      would_keep: fc.constantFrom(undefined, true, false),
      days,
    })
    .map(({ days: ago, overall, ...item }) => ({ ...item, fit_feedback: { overall }, at: day(ago) })),
  { maxLength: 4 },
);
const zones = fc.uniqueArray(
  fc.record({
    category: fc.constantFrom('shirt', 'jacket'),
    name: fc.constantFrom('chest', 'waist', 'shoulders'),
    low_cm: fc.integer({ min: 90, max: 110 }),
  }),
  { selector: ({ category, name }) => `${category} ${name}`, maxLength: 3 },
);
const permuted = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });

test('the order in which evidence comes does not matter: measures, garments, answers and zones in any', () => {
  const all = fc
    .record({
      body: aBody('men').chain(someOfIt),
      owned,
      history,
      zones: zones.map((set) => set.map((one) => ({ ...one, high_cm: one.low_cm + 7 }))),
    })
    .chain((told) =>
      fc.record({
        told: fc.constant(told),
        other: fc.record({
          body: permuted(Object.entries(told.body)).map((entries) => Object.fromEntries(entries)),
          owned: permuted(told.owned),
          history: permuted(told.history),
          zones: permuted(told.zones),
        }),
      }),
    );
  fc.assert(
    fc.property(all, ({ told, other }) => {
      const [one, two] = [told, other].map((evidence) =>
        adviseSize(sampleShopper(evidence as Partial<ShopperEvidence>), sampleGarment(), now),
      );
      assert.deepEqual(two!.all_scores, one!.all_scores);
      assert.deepEqual(two!.dimensions, one!.dimensions);
    }),
    { numRuns: 60, seed: 3 },
  );
});

/** As whoever asks turns tenths of inches and pounds into what the wire carries: cm and kg to one decimal. */
const cm_per_in = 2.54;
const kg_per_lb = 0.45359237;
const asTold = (body: Partial<Body>) =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const unit = name === 'weight_kg' ? kg_per_lb : cm_per_in;
      return [name, Math.round(Math.round((value / unit) * 10) * unit) / 10];
    }),
  );

test('units do not matter: told and answered in inches and pounds it is the same advice', () => {
  fc.assert(
    fc.property(aBody('women').chain(someOfIt), aGarment('women'), (body, garment) => {
      const told = shopperOf('women', asTold(body));
      const [cm, inches] = (['cm', 'in'] as const).map((units) => adviseSize(told, garment, now, { units }));
      const withoutWords = (advice: SizeModelAdvice) => ({
        ...advice,
        reasoning: '',
        reasons: advice.reasons.map((reason) => ({ ...reason, text: '' })),
      });
      assert.deepEqual(withoutWords(inches!), withoutWords(cm!));
      // A tenth of an inch is finer than any tape: what is lost by it moves no score by more than a few hundredths.
      const exact = adviseSize(shopperOf('women', body), garment, now);
      for (const label of labels) assert.ok(Math.abs(exact.all_scores[label]!.score - cm!.all_scores[label]!.score) < 0.03, label);
    }),
    { numRuns: 40, seed: 4 },
  );
});

test('absurd figures and a thousand garments neither break it nor make a figure that is none', () => {
  const odd = fc.constantFrom(NaN, Infinity, -Infinity, -40, 0, 1e9, 98);
  const check = (evidence: ShopperEvidence, garment: GarmentEvidence) => {
    const { all_scores } = adviseSize(evidence, garment, now);
    const sum = Object.values(all_scores).reduce((total, { score }) => total + score, 0);
    assert.ok(Math.abs(sum - 1) < 1e-6, `${sum}`);
  };
  fc.assert(
    fc.property(odd, odd, odd, odd, (chest_cm, height_cm, age, garment_cm) => {
      const garment = sampleGarment({ sizes: [...sampleGarment().sizes, { label: 'odd', garment_cm: { chest: garment_cm } }] });
      check(sampleShopper({ body: { chest_cm, height_cm, age } }), garment);
    }),
    { numRuns: 200, seed: 5 },
  );
  check(sampleShopper({ history: Array.from({ length: 1000 }, (_, i) => sampleTry(labels[i % 6]!, 'perfect')) }), sampleGarment());
});

test('a measurement or a garment never leaves less known of the chest than before', () => {
  const cm = fc.integer({ min: 70, max: 135 });
  const width = (changes: Partial<ShopperEvidence>) => {
    const { sizes } = adviseSize(sampleShopper(changes), sampleGarment(), now).dimensions.find(({ name }) => name === 'chest')!;
    return Object.values(sizes).reduce((sum, { p_too_small }) => sum + p_too_small * (1 - p_too_small), 0);
  };
  fc.assert(
    fc.property(cm, fc.constantFrom(...labels), (chest_cm, size) => {
      const none = width({});
      assert.ok(width({ body: { chest_cm } }) <= none + 1e-9);
      assert.ok(width({ history: [sampleTry(size, 'perfect')] }) <= none + 1e-9);
    }),
    { numRuns: 60, seed: 9 },
  );
});
