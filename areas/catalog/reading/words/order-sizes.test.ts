import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderSizes } from './order-sizes.ts';

const numbers = (from: number, to: number, by: number, write: (n: number) => string = String) =>
  Array.from({ length: (to - from) / by + 1 }, (_, i) => write(from + i * by));
const letters = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL', '4XL', '5XL'];
const lengths = ['Petite', 'Short', '', 'Long', 'Tall'];

/** Every system that is understood, in wearing order. */
const systems: Record<string, string[]> = {
  letters,
  'letters with a length': ['S', 'M', 'L'].flatMap((letter) => lengths.map((length) => `${letter} ${length}`.trim())),
  'letters and what lies between': ['XS', 'XS/S', 'S', 'S/M', 'M', 'M/L', 'L'],
  'letters and plus': ['S', 'M', 'L', 'XL', '1X', '2XL', '2X', '3XL', '3X'],
  'France and Brazil': ['PP', 'P', 'M', 'G', 'GG'],
  US: ['000', '00', ...numbers(0, 24, 2)],
  'US with a length': ['4', '6', '8'].flatMap((size) => lengths.map((length) => `${size} ${length}`.trim())),
  'US and plus': ['10', '12', '12W', '14', '14W', '16', '16W'],
  UK: numbers(4, 26, 2, (n) => `UK ${n}`),
  EU: numbers(32, 60, 2, (n) => `EU ${n}`),
  IT: numbers(36, 60, 2, (n) => `${n} IT`),
  'bare numbers': numbers(26, 60, 1),
  jackets: ['36', '38', '40', '42'].flatMap((size) => ['S', 'R', 'L'].map((length) => `${size}${length}`)),
  collars: numbers(14, 18, 0.5),
  'waist and inside leg': ['28', '30', '32', '34'].flatMap((waist) => ['28', '30', '32', '34'].map((leg) => `W${waist} L${leg}`)),
  'as 32x30': ['28', '30', '32'].flatMap((waist) => ['30', '32'].map((leg) => `${waist}x${leg}`)),
  months: ['Newborn', '3M', '6M', '9M', '12M', '18M', '24M'],
  years: ['2Y', '3Y', '4Y', '5-6 years', '7-8 years', '9-10 years', '12Y'],
  bras: ['30', '32', '34'].flatMap((band) => ['AA', 'A', 'B', 'C', 'D', 'DD'].map((cup) => `${band}${cup}`)),
  shoes: numbers(5, 13, 0.5),
};

test('sizes of any system come in wearing order, in whatever order and however many a shop has', () => {
  for (const [name, ordered] of Object.entries(systems))
    fc.assert(
      fc.property(fc.shuffledSubarray(ordered, { minLength: 1 }), fc.boolean(), (some, is_small) => {
        const given = some.map((label) => ({ label: is_small ? label.toLowerCase() : label }));
        const sorted = orderSizes(given).map(({ label }) => label);
        const wanted = ordered.filter((label) => some.includes(label)).map((label) => (is_small ? label.toLowerCase() : label));
        assert.deepEqual(sorted, wanted, name);
      }),
      { numRuns: 40, seed: 2 },
    );
});
