import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FitFeedback } from '#contract/fit.ts';
import { normalQuantile } from '#science/numerics/normal-quantile.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { adviseSize } from './advise.ts';
import type { OwnedEvidence, ShopperEvidence } from './evidence.ts';
import { labels, now, sampleGarment, sampleShopper } from './sample-evidence.ts';

/** A garment at home of a brand of its own. */
function owned(size: string, overall: FitFeedback['overall'], brand: string): OwnedEvidence {
  return {
    brand,
    garment: sampleGarment({ brand }),
    size,
    overall,
    at: new Date('2026-05-01T00:00:00Z'),
    told_in: { owned_id: `of ${brand}` },
  };
}

const ofBrands = (size: string, overall: FitFeedback['overall'], brands: string[]) => brands.map((brand) => owned(size, overall, brand));
const contradictionsIn = (evidence: ShopperEvidence) =>
  adviseSize(evidence, sampleGarment(), now).reasons.filter(({ code }) => code === 'contradicts');

test('a tape that three garments speak against is told with both figures, and with a way on', () => {
  const evidence = sampleShopper({ body: { chest_cm: 94 }, owned: ofBrands('L', 'perfect', ['A', 'B', 'C']) });
  const [found, ...others] = contradictionsIn(evidence);
  assert.ok(found?.code === 'contradicts' && found.what === 'measurement');
  assert.deepEqual([found.name, found.told_cm, others], ['chest', 94, []]);
  assert.ok(found.garments_cm >= 103 && found.garments_cm <= 109, `${found.garments_cm}`);
  assert.equal(
    found.text,
    `Your chest measure of 94 cm does not go with your garments, which speak of about ${found.garments_cm}. Measuring again would help.`,
  );
});

test('a garment that says the opposite of the others is told, with where it can be corrected', () => {
  const evidence = sampleShopper({ owned: [...ofBrands('M', 'perfect', ['A', 'B', 'C']), owned('XXL', 'too_small', 'Odd')] });
  const [found, ...others] = contradictionsIn(evidence);
  assert.deepEqual(others, []);
  assert.deepEqual(found, {
    code: 'contradicts',
    what: 'garment',
    brand: 'Odd',
    size: 'XXL',
    owned_id: 'of Odd',
    is_known: true,
    text: 'Odd XXL does not go with the rest of what you told us, so we gave it little weight.',
  });
});

test('a garment that the shopper cannot correct is not held against them', () => {
  const { told_in: _, ...by_shop } = owned('XXL', 'too_small', 'Odd');
  assert.deepEqual(contradictionsIn(sampleShopper({ owned: [...ofBrands('M', 'perfect', ['A', 'B', 'C']), by_shop] })), []);
});

test('one garment against one tape, or two garments against each other, are nobody’s mistake', () => {
  assert.deepEqual(contradictionsIn(sampleShopper({ body: { chest_cm: 88 }, owned: ofBrands('XL', 'perfect', ['A']) })), []);
  assert.deepEqual(contradictionsIn(sampleShopper({ owned: [owned('S', 'perfect', 'A'), owned('XXL', 'too_small', 'B')] })), []);
});

test('a contradiction is never the first reason, nor the one beside the size', () => {
  const evidence = sampleShopper({ body: { chest_cm: 94 }, owned: ofBrands('L', 'perfect', ['A', 'B', 'C']) });
  const advice = adviseSize(evidence, sampleGarment(), now);
  assert.notEqual(advice.reasons[0]!.code, 'contradicts');
  assert.doesNotMatch(advice.reasoning, /does not go with/);
});

const cases = 400;
/** cm and tolerances: how far people of these tests stray, as the model has it. */
const spread = { chest: 8, waist_beyond: 4.5, taste: 2.5, tape: 1.8, offset: 1.5, choice: 3, answer: 0.5 };
const tolerance_cm = 4;
const feels: FitFeedback['overall'][] = ['too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large'];

/** Someone whose garments and tape all come from one body; each strays as people and makers do. */
function consistentShopper(draw: () => number): ShopperEvidence {
  const chest = 103 + spread.chest * draw();
  const taste = spread.taste * draw();
  const count = 2 + Math.floor(Math.abs(draw()) * 2);
  const garments = Array.from({ length: Math.min(6, count) }, (_, i) => {
    const off = spread.offset * draw();
    const wanted = chest + taste + spread.choice * draw();
    const index = Math.min(5, Math.max(0, Math.round((wanted - 82) / 8)));
    const z = (82 + 8 * index + off - chest - taste) / tolerance_cm + spread.answer * draw();
    const feel = z < -1.7 ? 0 : z < -1 ? 1 : z <= 1 ? 2 : z <= 1.8 ? 3 : 4;
    return owned(labels[index]!, feels[feel]!, `brand ${i}`);
  });
  const waist = 92 + 0.9 * (chest - 103) + spread.waist_beyond * draw();
  const rounded = (cm: number) => Math.round(cm + spread.tape * draw());
  return sampleShopper({ body: { chest_cm: rounded(chest), waist_cm: rounded(waist) }, owned: garments });
}

test('whom nothing contradicts is told so in fewer than 2 of 100 cases', () => {
  const random = seededRandom(11);
  const draw = () => normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, random())));
  const told = Array.from({ length: cases }, () => contradictionsIn(consistentShopper(draw))).filter(({ length }) => length > 0);
  assert.ok(told.length / cases < 0.02, `${told.length} of ${cases}: ${JSON.stringify(told.slice(0, 3))}`);
});
