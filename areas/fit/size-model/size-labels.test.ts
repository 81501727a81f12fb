import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GarmentEvidence } from './evidence.ts';
import { garmentTargets } from './garment-targets.ts';
import { labels as letters, sampleGarment } from './sample-evidence.ts';

type System = { sizing: 'women' | 'men'; category: GarmentEvidence['category']; labels: string[] };
const steps = (from: number, to: number, by: number) => Array.from({ length: (to - from) / by + 1 }, (_, i) => from + i * by);
const numbers = (from: number, to: number, by: number, write = String as (n: number) => string) => steps(from, to, by).map(write);
const all_letters = ['XXS', 'XS', 'S', 'M', 'L', 'XL', '2XL', '3XL', '4XL', '5XL'];
const spelled = ['XX-Small', 'Extra small', 'Small', 'Medium', 'Large', 'X-Large', 'XX-Large'];

/** Every system that labels are read in, as they are worn. */
const systems: Record<string, System> = {
  letters: { sizing: 'men', category: 'shirt', labels: all_letters },
  'letters of women': { sizing: 'women', category: 'dress', labels: ['XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL'] },
  'letters spelled out': { sizing: 'men', category: 'shirt', labels: spelled },
  'letters of France and Brazil': { sizing: 'women', category: 'shirt', labels: ['PP', 'P', 'M', 'G', 'GG'] },
  tall: { sizing: 'men', category: 'shirt', labels: all_letters.slice(2).map((letter) => `${letter} Tall`) },
  'tall as a mark': { sizing: 'men', category: 'shirt', labels: all_letters.slice(2).map((letter) => `${letter}-T`) },
  petite: { sizing: 'women', category: 'shirt', labels: ['XS', 'S', 'M', 'L'].map((letter) => `Petite ${letter}`) },
  plus: { sizing: 'women', category: 'dress', labels: ['S', 'M', 'L', 'XL', '1X', '2X', '3X', '4X'] },
  'plus numbers': { sizing: 'women', category: 'dress', labels: ['10', '12', '14', '14W', '16W', '18W', '20W', '22W'] },
  US: { sizing: 'women', category: 'dress', labels: ['000', '00', ...numbers(0, 18, 2)] },
  'US petite': { sizing: 'women', category: 'shirt', labels: numbers(0, 16, 2, (n) => `${n} Petite`) },
  'US named': { sizing: 'women', category: 'trousers', labels: numbers(0, 22, 2, (n) => `US ${n}`) },
  UK: { sizing: 'women', category: 'dress', labels: numbers(4, 24, 2, (n) => `UK ${n}`) },
  EU: { sizing: 'women', category: 'dress', labels: numbers(32, 54, 2) },
  'EU named': { sizing: 'women', category: 'jeans', labels: numbers(32, 54, 2, (n) => `EU ${n}`) },
  FR: { sizing: 'women', category: 'skirt', labels: numbers(34, 50, 2, (n) => `FR ${n}`) },
  IT: { sizing: 'women', category: 'coat', labels: numbers(36, 54, 2, (n) => `${n} IT`) },
  'EU of men': { sizing: 'men', category: 'jacket', labels: numbers(40, 62, 2, (n) => `EU ${n}`) },
  'EU of men, bare': { sizing: 'men', category: 'jacket', labels: numbers(44, 62, 2) },
  'EU trousers of men': { sizing: 'men', category: 'trousers', labels: numbers(42, 60, 2) },
  'chest in inches': { sizing: 'men', category: 'jacket', labels: numbers(34, 54, 2, (n) => `${n}R`) },
  'collars in inches': { sizing: 'men', category: 'shirt', labels: ['14.5', '15', '15.5', '16', '16.5', '17'] },
  waists: { sizing: 'men', category: 'jeans', labels: ['28', '29', '30', '31', '32', '33', '34', '36', '38', '40'] },
  'waists of women': { sizing: 'women', category: 'jeans', labels: numbers(23, 34, 1) },
  'waist and inside leg': { sizing: 'men', category: 'jeans', labels: numbers(28, 42, 2, (n) => `W${n} L32`) },
  'as 32x30': { sizing: 'men', category: 'jeans', labels: numbers(28, 42, 2, (n) => `${n}x30`) },
  kids: { sizing: 'women', category: 'shirt', labels: ['4Y', '6Y', '8Y', '10Y', '12Y'] },
  'ages in a range': { sizing: 'men', category: 'shirt', labels: ['5-6 years', '7-8 years', '9-10 years', '11-12 years'] },
  'words nobody knows': { sizing: 'men', category: 'shirt', labels: ['petit', 'moyen', 'grand', 'énorme'] },
};

/** Some of a system's labels, at least two, in their order, and written as shops write them. */
const someOf = ({ labels }: System) =>
  fc
    .tuple(
      fc.subarray(labels, { minLength: 2 }),
      fc.constantFrom<(label: string) => string>(
        String,
        (l) => l.toLowerCase(),
        (l) => ` ${l}`,
      ),
    )
    .map(([some, write]) => some.map(write));

test('sizes of any system, as many as a shop has, are read as growing bodies at every girth', () => {
  for (const [name, system] of Object.entries(systems))
    fc.assert(
      fc.property(someOf(system), (labels) => {
        const garment = sampleGarment({ ...system, sizes: labels.map((label) => ({ label })) });
        for (const { name: place, targets_cm } of garmentTargets(garment, system.sizing).dimensions)
          for (let i = 1; i < labels.length; i++)
            assert.ok(targets_cm[i]! > targets_cm[i - 1]!, `${name}, ${place}: ${labels.join(' ')} are ${targets_cm.join(' ')}`);
      }),
      { numRuns: 25, seed: 1 },
    );
});

test('the same size in another system is meant for the same body within half a size', () => {
  const chestOf = (label: string, { sizing, category }: Pick<System, 'sizing' | 'category'>) =>
    garmentTargets(sampleGarment({ sizing, category, sizes: [{ label }] }), sizing).dimensions.find(({ name }) => name === 'chest')!
      .targets_cm[0]!;
  const dress = { sizing: 'women', category: 'dress' } as const;
  const jacket = { sizing: 'men', category: 'jacket' } as const;
  for (const [kind, same] of [
    [dress, ['US 8', '8', 'UK 12', 'EU 40', 'FR 42', 'IT 46', 'M']],
    [jacket, ['EU 50', 'US 40', '40R', 'M']],
  ] as const)
    for (const label of same) {
      const apart = Math.abs(chestOf(label, kind) - chestOf(same[0], kind));
      assert.ok(apart < 4, `${label} is ${apart} cm from ${same[0]}`);
    }
});

test('a list that is read wholly or in part says the same of what is read', () => {
  const chests = (labels: string[]) =>
    garmentTargets(sampleGarment({ sizes: labels.map((label) => ({ label })) }), 'men').dimensions.find(({ name }) => name === 'chest')!
      .targets_cm;
  assert.deepEqual(chests([...letters, 'Giant']).slice(0, -1), chests(letters));
  assert.ok(chests([...letters, 'Giant']).at(-1)! > chests(letters).at(-1)!);
});
