import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviseSize } from './advise.ts';
import type { GarmentEvidence } from './evidence.ts';
import { labels, now, sampleGarment, sampleShopper } from './sample-evidence.ts';

const steps = (step_cm: number, count: number): GarmentEvidence =>
  sampleGarment({
    brand: 'Estuary',
    sizes: Array.from({ length: count }, (_, i) => {
      const middle = 98 + (i - (count - 1) / 2) * step_cm;
      return { label: `${i}`, body_cm: { chest: [middle - step_cm / 2, middle + step_cm / 2] } };
    }),
  });
/** Scores when this size was bought and kept, without a word. */
const bought = (garment: GarmentEvidence, size_tried: string) => {
  const history = [{ garment, size_tried, at: new Date('2026-05-01T00:00:00Z') }];
  return adviseSize(sampleShopper({ history }), sampleGarment(), now).all_scores;
};
const scores = (all: ReturnType<typeof bought>) => labels.map((label) => all[label]!.score);

test('a garment of a single size, which everybody takes, tells nothing by having been taken', () => {
  const nobody = adviseSize(sampleShopper(), sampleGarment(), now).all_scores;
  assert.deepEqual(scores(bought(steps(8, 1), '0')), scores(nobody));
});

test('choosing among fine steps tells more than among coarse ones', () => {
  const [fine, coarse] = [bought(steps(2.5, 13), '6'), bought(steps(14, 3), '1')];
  assert.ok(fine.M!.score > coarse.M!.score + 0.03, `${fine.M!.score} and ${coarse.M!.score}`);
});

test('the largest size on a list is also taken by all who are larger', () => {
  const [last, inner] = [bought(steps(8, 3), '2'), bought(steps(8, 5), '3')];
  const large = (all: typeof last) => all.XL!.score + all.XXL!.score;
  assert.ok(large(last) > large(inner) + 0.02, `${large(last)} and ${large(inner)}`);
});
