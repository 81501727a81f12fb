import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FitFeedback } from '#contract/fit.ts';
import { adviseSize } from './advise.ts';
import type { GarmentEvidence, ShopperEvidence } from './evidence.ts';
import { garmentTargets } from './garment-targets.ts';
import { labels, now, sampleGarment, sampleShopper, sampleTry } from './sample-evidence.ts';

const feel: fc.Arbitrary<FitFeedback['overall']> = fc.constantFrom('too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large');
const tries = fc.array(fc.record({ size: fc.constantFrom(...labels), overall: feel, days: fc.integer({ min: 0, max: 900 }) }), {
  maxLength: 5,
});
const asHistory = (said: { size: string; overall: FitFeedback['overall']; days: number }[]) =>
  said.map(({ size, overall, days }) => sampleTry(size, overall, { at: new Date(now.getTime() - days * 86_400_000) }));
const scores = (changes: Partial<ShopperEvidence>) => adviseSize(sampleShopper(changes), sampleGarment(), now).all_scores;

test('the order in which evidence comes does not matter', () => {
  fc.assert(
    fc.property(tries, (said) => {
      const history = asHistory(said);
      const [one, other] = [scores({ history }), scores({ history: history.toReversed() })];
      for (const label of labels) assert.equal(one[label]!.score, other[label]!.score, `${label}: ${JSON.stringify(said)}`);
    }),
    { numRuns: 100, seed: 3 },
  );
});

test('labels of any system, listed as they are worn, are read as growing bodies', () => {
  const lists: [GarmentEvidence['sizing'], GarmentEvidence['category'], string[]][] = [
    ['men', 'shirt', ['XXS', 'XS', 'S', 'M', 'L', 'XL', '2XL', '3XL', '4XL', '5XL']],
    ['women', 'dress', ['XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL']],
    ['women', 'dress', ['00', '0', '2', '4', '6', '8', '10', '12', '14', '16']],
    ['women', 'shirt', ['34', '36', '38', '40', '42', '44']],
    ['men', 'jacket', ['44', '46', '48', '50', '52', '54']],
    ['men', 'jeans', ['28', '29', '30', '31', '32', '34', '36']],
    ['men', 'jeans', ['W28 L32', 'W30 L32', 'W32 L34', 'W34 L34']],
    ['men', 'shirt', ['S Tall', 'M Tall', 'L Tall', 'XL Tall']],
    ['women', 'shirt', ['XS Petite', 'S Petite', 'M Petite', 'L Petite']],
  ];
  for (const [sizing, category, names] of lists) {
    const garment = sampleGarment({ sizing, category, sizes: names.map((label) => ({ label })) });
    const { targets_cm } = garmentTargets(garment, sizing!).dimensions.find(({ basis, name }) => basis === 'imputed' && name !== 'length')!;
    for (let i = 1; i < names.length; i++)
      assert.ok(targets_cm[i]! > targets_cm[i - 1]!, `${names[i - 1]} ${names[i]}: ${targets_cm.join()}`);
  }
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
