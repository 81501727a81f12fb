import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FitFeedback } from '#contract/fit.ts';
import { adviseSize } from './advise.ts';
import type { GarmentEvidence, HistoryEvidence, ShopperEvidence, SizeModelAdvice } from './evidence.ts';
import { aBody, aGarment } from './sample-bodies.ts';
import { labels, now, sampleGarment, sampleShopper } from './sample-evidence.ts';

const brands = ['Aldwick', 'Estuary', 'Norda'];
const level = fc.constantFrom(-1 as const, 0 as const, 1 as const);
/** Garments of different brands, so that a reason names one of them only. */
const history: fc.Arbitrary<HistoryEvidence[]> = fc
  .array(
    fc.record({
      garment: aGarment('men', ['shirt', 't-shirt', 'jacket']),
      size_tried: fc.constantFrom('S', 'M', 'L'),
      overall: fc.constantFrom<FitFeedback['overall'][]>('slightly_small', 'perfect', 'perfect', 'slightly_large'),
      days: fc.nat(700),
    }),
    { maxLength: 2 },
  )
  .map((tries) =>
    tries.map(({ garment, overall, days, ...rest }, i) => ({
      ...rest,
      garment: { ...garment, brand: brands[i]! },
      fit_feedback: { overall },
      at: new Date(now.getTime() - days * 86_400_000),
    })),
  );

const someone: fc.Arbitrary<ShopperEvidence> = fc
  .record({
    body: aBody('men'),
    tells: fc.subarray(['chest_cm', 'waist_cm', 'height_cm'] as const),
    build: fc.record({ belly: level, chest: level }),
    has_build: fc.boolean(),
    history,
  })
  .map(({ body, tells, build, has_build, history: tried }) => {
    // Weight goes with height: together they are one reason.
    const told = Object.fromEntries(
      tells.flatMap((key) => (key === 'height_cm' ? ['height_cm', 'weight_kg'] : [key])).map((key) => [key, body[key as 'height_cm']]),
    );
    return sampleShopper({ body: told, build: has_build ? build : {}, history: tried });
  });

type Reason = SizeModelAdvice['reasons'][number];

/** The evidence without what a reason stands for; null for a reason that stands for no part of it. */
function without(evidence: ShopperEvidence, reason: Reason): ShopperEvidence | null {
  if (reason.code === 'build') return { ...evidence, build: {} };
  if (reason.code === 'worn') return { ...evidence, history: evidence.history.filter(({ garment }) => garment.brand !== reason.brand) };
  if (reason.code !== 'room' && reason.code !== 'reach') return null;
  const key = `${reason.name}_cm` as 'chest_cm' | 'waist_cm';
  if (evidence.body[key]) return { ...evidence, body: { ...evidence.body, [key]: null } };
  return { ...evidence, body: { ...evidence.body, height_cm: null, weight_kg: null } };
}

function moved(evidence: ShopperEvidence, garment: GarmentEvidence, reason: Reason): number | null {
  const left = without(evidence, reason);
  if (!left) return null;
  const [all, rest] = [evidence, left].map((told) => adviseSize(told, garment, now).all_scores);
  return labels.reduce((sum, label) => sum + Math.abs(all![label]!.score - rest![label]!.score), 0) / 2;
}

/** The whole advice worked out anew, doubts and all, may differ a little from the likeliest way alone, by which reasons are ranked. */
const rough = 0.06;

test('the reason named first is the one whose loss moves the scores most; the others follow in that order', () => {
  const chart = (i: number) => ({
    chest: [78 + 8 * i, 86 + 8 * i] as [number, number],
    waist: [66 + 8 * i, 74 + 8 * i] as [number, number],
  });
  const garment = sampleGarment({ sizes: labels.map((label, i) => ({ label, body_cm: chart(i) })) });
  let [asked, first] = [0, 0];
  fc.assert(
    fc.property(someone, (evidence) => {
      const { reasons } = adviseSize(evidence, garment, now);
      const figures = reasons.flatMap((reason) => moved(evidence, garment, reason) ?? []);
      if (figures.length < 2) return;
      asked += 1;
      const off = Math.max(...figures) - figures[0]!;
      if (off < 1e-9) first += 1;
      assert.ok(off < rough, `${figures.join(' ')}: ${reasons.map(({ text }) => text).join(' ')}`);
    }),
    { numRuns: 150, seed: 11 },
  );
  assert.ok(asked > 80 && first > 0.9 * asked, `${first} of ${asked}`);
});

test('build is named where it moved the advice, and not where it did not', () => {
  const body = { height_cm: 178, weight_kg: 80 };
  const codes = (changes: Partial<ShopperEvidence>) =>
    adviseSize(sampleShopper({ body, ...changes }), sampleGarment(), now).reasons.map(({ code }) => code);
  assert.ok(codes({ build: { chest: 1 } }).includes('build'));
  assert.ok(!codes({ build: {} }).includes('build'));
  assert.ok(!codes({ body: { ...body, chest_cm: 98 }, build: { hip: 0 } }).includes('build'));
});
