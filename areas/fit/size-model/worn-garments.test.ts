import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviseSize } from './advise.ts';
import { inferWearer } from './infer-wearer.ts';
import { now, sampleGarment, sampleShopper, sampleTry } from './sample-evidence.ts';

const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

test('what fitted is not pushed out by newer garments of another kind, nor by what nobody said a word of', () => {
  const shirts = [40, 41, 42].map((days) => sampleTry('XL', 'perfect', { at: daysAgo(days) }));
  const trousers = sampleGarment({ brand: 'Moorgate', category: 'trousers' });
  const newer = Array.from({ length: 30 }, (_, i) =>
    sampleTry('M', 'perfect', { garment: trousers, at: daysAgo(i + 1), ...(i % 2 === 0 ? {} : { fit_feedback: {}, would_keep: true }) }),
  );
  const unlisted = Array.from({ length: 30 }, (_, i) => sampleTry('52 long', 'perfect', { at: daysAgo(i + 1) }));
  const advised = (more: typeof newer) => adviseSize(sampleShopper({ history: [...more, ...shirts] }), sampleGarment(), now);
  assert.equal(advised([]).recommended_size, 'XL');
  assert.equal(advised(unlisted).recommended_size, 'XL');
  assert.deepEqual(advised(unlisted).all_scores, advised([]).all_scores, 'a size that is on no list says nothing');
  const [wearer] = inferWearer(sampleShopper({ history: [...newer, ...shirts] }), sampleGarment(), now);
  assert.equal(wearer!.worn.filter(({ is_other_kind }) => !is_other_kind).length, 3);
  assert.equal(wearer!.worn.length, 12);
});

test('garments for men and for women say neither of a wearer of untold sizing, in any order', () => {
  const worn = (['men', 'women'] as const).map((sizing) => sampleTry('M', 'perfect', { garment: sampleGarment({ sizing }) }));
  const asked = sampleGarment({ sizing: null });
  const [one, other] = [worn, worn.toReversed()].map((history) => adviseSize(sampleShopper({ sizing: null, history }), asked, now));
  for (const [label, { score }] of Object.entries(one!.all_scores))
    assert.ok(Math.abs(score - other!.all_scores[label]!.score) < 1e-9, label);
  const sizings = (history: typeof worn) =>
    new Set(inferWearer(sampleShopper({ sizing: null, history }), asked, now).map(({ sizing }) => sizing));
  assert.equal(sizings(worn).size, 2);
  assert.deepEqual([...sizings(worn.slice(0, 1))], ['men']);
});
