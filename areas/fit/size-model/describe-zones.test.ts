import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FitFeedback } from '#contract/fit.ts';
import { anyGarment } from './any-garment.ts';
import { describeZones } from './describe-zones.ts';
import type { OwnedEvidence, ShopperEvidence, SizeEvidence, Sizing } from './evidence.ts';
import { inferWearer } from './infer-wearer.ts';
import { bodyIndex, bodyParts } from './layout.ts';
import { populationBelief } from './population.ts';
import { aBody, aGarment, someOfIt } from './sample-bodies.ts';
import { labels, now, sampleGarment, sampleShopper } from './sample-evidence.ts';

const sizings: readonly Sizing[] = ['men', 'women'];
const day = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** Garments drawn at random contradict each other and the tape; some stand on a list of their own, as those at home do. */
const aHome = (sizing: Sizing): fc.Arbitrary<OwnedEvidence[]> => {
  const overall = fc.constantFrom<FitFeedback['overall'][]>(
    'too_small',
    'slightly_small',
    'perfect',
    'perfect',
    'slightly_large',
    'too_large',
  );
  const one = fc.record({
    garment: aGarment(sizing),
    size: fc.constantFrom(...labels),
    is_alone: fc.boolean(),
    overall,
    days: fc.nat(900),
  });
  const owned = one.map(({ garment, size, is_alone, overall: felt, days }) => {
    const sizes = is_alone ? garment.sizes.filter(({ label }) => label === size) : garment.sizes;
    return { brand: garment.brand, garment: { ...garment, sizes }, size, overall: felt, at: day(days) };
  });
  return fc.array(owned, { maxLength: 6 });
};

const someone: fc.Arbitrary<ShopperEvidence> = fc
  .constantFrom(...sizings)
  .chain((sizing) => fc.record({ sizing: fc.constantFrom(sizing, null), body: aBody(sizing).chain(someOfIt), owned: aHome(sizing) }))
  .map((evidence) => ({ ...evidence, history: [] }));

/** One person in some 15,000 is further out; and no garment in these draws is meant for them. */
const plausible_sd = 4;

test('whatever was told, and however little it goes together, the body is one that people have and zones lie around it', () => {
  fc.assert(
    fc.property(someone, fc.constantFrom('shirt', 'coat', 'trousers'), (evidence, category) => {
      const { belief, sizing, unknowns } = inferWearer(evidence, anyGarment(category), now)[0]!;
      const prior = populationBelief(sizing, null, unknowns);
      for (const part of bodyParts) {
        const at = bodyIndex(part);
        const off_sd = (belief.mean[at]! - prior.mean[at]!) / Math.sqrt(prior.covariance[at * (prior.size + 1)]!);
        assert.ok(Math.abs(off_sd) < plausible_sd, `${part} ${belief.mean[at]}`);
        assert.ok(belief.covariance[at * (belief.size + 1)]! > 0, part);
      }
      for (const { name, low_cm, high_cm } of describeZones(evidence, category, now)) {
        assert.ok(low_cm > 15 && high_cm < 200 && low_cm < high_cm, `${name} ${low_cm} to ${high_cm}`);
      }
    }),
    { numRuns: 700, seed: 7 },
  );
});

const threeShirts = (own: SizeEvidence): OwnedEvidence[] =>
  ['Aldwick', 'Estuary', 'Norda'].map((brand) => {
    const garment = sampleGarment({ brand, fit: null, stretch: null, sizes: [own] });
    return { brand, garment, size: own.label, overall: 'perfect', at: now };
  });

test('three shirts that fit against a tape that is smaller: the zone lies between, not below both', () => {
  const body_cm: SizeEvidence['body_cm'] = { chest: [102, 110], waist: [88, 96] };
  for (const sizing of [null, 'men'] as const) {
    const evidence = sampleShopper({ sizing, body: { chest_cm: 88 }, owned: threeShirts({ label: 'L', body_cm }) });
    const zones = describeZones(evidence, 'shirt', now);
    const chest = zones.find(({ name }) => name === 'chest')!;
    assert.equal(chest.basis, 'learned');
    assert.ok(chest.low_cm > 88 && chest.high_cm < 122, `${chest.low_cm} to ${chest.high_cm}`);
    const waist = zones.find(({ name }) => name === 'waist')!;
    assert.ok(waist.body_cm! > 75 && waist.body_cm! < 97, `${waist.body_cm}`);
  }
});

test('three measured shirts that fit lie in the zone that is learned from them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 130 }), (cm) => {
      const evidence = sampleShopper({ owned: threeShirts({ label: 'L', garment_cm: { chest: cm } }) });
      const { low_cm, high_cm } = describeZones(evidence, 'shirt', now).find(({ name }) => name === 'chest')!;
      assert.ok(low_cm <= cm && cm <= high_cm, `${cm} in ${low_cm} to ${high_cm}`);
    }),
    { numRuns: 31, seed: 2 },
  );
});
