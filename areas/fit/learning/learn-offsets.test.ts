import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { normalQuantile } from '#science/numerics/normal-quantile.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { learnOffsets, readOffset } from './learn-offsets.ts';
import type { LearningTrial } from './to-trial.ts';

const random = seededRandom(8);
const normal = () => normalQuantile(1e-9 + random() * (1 - 2e-9));

/** A trial of a garment that runs so many tolerances large, on a body that should fit it. */
function trial(product: string, runs: number, shopper = `s${Math.floor(random() * 400)}`): LearningTrial {
  const room = { mean: 0.4 * normal(), variance: 0.3 };
  const felt = room.mean + runs + 0.55 * normal() + 0.5 * normal();
  const level = felt < -1.7 ? 0 : felt < -1 ? 1 : felt < 1 ? 2 : felt < 1.8 ? 3 : 4;
  const [outcome, brand] = [level < 2 ? 0 : level > 2 ? 2 : 1, product.slice(0, 1)];
  const told = { shopper, product, brand, category: 'shirt', size: 'M', size_value: 99, numbers: {}, words: {} };
  return { ...told, outcome, level, at: new Date(0), room, tolerance_cm: 3 };
}

const runs: Record<string, number> = { a1: 0, a2: 0.2, a3: 0.1, b1: -1.2, b2: -0.9, b3: -1, c1: 0.8, c2: 0.9, c3: 0.7 };
const trials = Object.entries(runs).flatMap(([product, by]) => Array.from({ length: 80 }, () => trial(product, by)));
const offsets = learnOffsets(trials);
const read = (product_id: string, brand: string) => readOffset(offsets, { product_id, brand, category: 'shirt' });

describe('offsets', () => {
  test('are found: by how many tolerances each garment runs large or small', () => {
    for (const [product, by] of Object.entries(runs)) {
      const found = read(product, product.slice(0, 1))!;
      assert.ok(Math.abs(found.mean - by) < 0.35, `${product}: ${found.mean} instead of ${by}`);
      assert.ok(found.sd < 0.4 && found.tried > 20);
    }
  });

  test('a new garment of a brand that runs small is expected to, less surely; of an unknown brand nothing is said', () => {
    const [known, fresh] = [read('b1', 'b')!, read('b9', 'b')!];
    assert.ok(fresh.mean < 0 && fresh.sd > known.sd && fresh.tried === 0, JSON.stringify(fresh));
    assert.equal(read('z1', 'z'), null);
  });

  test('of a brand that nobody told of, the category says how such garments run', () => {
    const by_category: Record<string, number> = { shirt: 0, coat: 0.9, dress: -0.9, jeans: 0.6, jacket: -0.5 };
    const many = Object.entries(by_category).flatMap(([category, by]) =>
      ['e', 'f', 'g', 'h'].flatMap((brand) =>
        Array.from({ length: 30 }, () => ({ ...trial(`${brand}1`, by), product: `${brand} ${category}`, category })),
      ),
    );
    const learned = learnOffsets(many);
    const [coat, dress] = ['coat', 'dress'].map((category) => readOffset(learned, { product_id: '', brand: 'z', category })!);
    assert.ok(coat!.mean > 0.3 && dress!.mean < -0.3, `${coat!.mean} and ${dress!.mean}`);
    assert.equal(coat!.tried, 0);
    assert.equal(readOffset(learned, { product_id: '', brand: 'z', category: 'skirt' }), null, 'nobody told of skirts either');
  });

  test('brands are the same however they are written', () => assert.deepEqual(read('b1', ' B '), read('b1', 'b')));

  test('what fewer than five shoppers said of a garment is not told of it', () => {
    const few = learnOffsets([...trials, ...Array.from({ length: 30 }, () => trial('d1', -2, 'one person'))]);
    assert.equal(few.products.has('d1'), false);
  });

  test('no shopper is in what is learned', () => {
    assert.doesNotMatch(
      JSON.stringify(offsets, (_, value: unknown) => (value instanceof Map ? [...value] : value)),
      /s\d+/,
    );
  });
});
