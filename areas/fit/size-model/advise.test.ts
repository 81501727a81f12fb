import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { adviseSize } from './advise.ts';
import type { ShopperEvidence, SizeModelAdvice } from './evidence.ts';
import { labels, now, sampleGarment, sampleShopper, sampleTry } from './sample-evidence.ts';

const garment = sampleGarment();
const advise = (changes: Partial<ShopperEvidence>, asked = garment) => adviseSize(sampleShopper(changes), asked, now);
const scoreOf = (advice: SizeModelAdvice, label: string) => advice.all_scores[label]!.score;
const expected = (advice: SizeModelAdvice) => labels.reduce((sum, label, i) => sum + i * scoreOf(advice, label), 0);
const total = (advice: SizeModelAdvice) => Object.values(advice.all_scores).reduce((sum, { score }) => sum + score, 0);
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test('a measured chest in the middle of a size gets that size, and is fairly sure', () => {
  for (const [i, label] of labels.entries()) {
    const advice = advise({ body: { chest_cm: 82 + 8 * i } });
    assert.equal(advice.recommended_size, label);
    assert.ok(advice.confidence > 0.55, `${label}: ${advice.confidence}`);
  }
});

test('with nothing known it answers for the population, says so first, and is not sure', () => {
  const advice = advise({});
  assert.ok(advice.reasoning.startsWith('Insufficient data for personalized recommendation'));
  assert.match(advice.reasoning, /own that fits.*height and weight/);
  assert.ok(advice.confidence < 0.4);
  assert.deepEqual(advice.evidence, [{ kind: 'population', count: 1 }]);
  assert.ok(advice.dimensions.every(({ zone_basis, body_basis }) => zone_basis === 'population' && body_basis === 'estimated'));
});

test('evidence that tells nothing leaves the population answer as it is', () => {
  const population = advise({});
  const unlisted = sampleTry('38R', 'too_small');
  assert.deepEqual(advise({ body: { chest_cm: null, height_cm: undefined }, history: [unlisted] }), population);
});

test('once anything is known it no longer claims to know nothing', () => {
  assert.doesNotMatch(advise({ body: { height_cm: 180 } }).reasoning, /Insufficient/);
});

test('the second figure of a size is the chance that its main girth feels right', () => {
  const { all_scores, dimensions } = advise({ body: { chest_cm: 98 } });
  for (const label of labels) assert.ok(Math.abs(all_scores[label]!.confidence - dimensions[0]!.sizes[label]!.p_good) < 0.03, label);
});

test('a garment that fits is worth more than height and weight', () => {
  const by_height = advise({ body: { height_cm: 178, weight_kg: 80 } });
  const by_garment = advise({
    owned: [{ brand: 'Estuary', garment: sampleGarment({ brand: 'Estuary' }), size: 'L', overall: 'perfect', at: now }],
  });
  assert.equal(by_garment.recommended_size, 'L');
  assert.ok(by_garment.confidence > by_height.confidence);
});

test('"too small" moves the expected size up against "perfect", "too large" moves it down, step by step', () => {
  const answers = ['too_large', 'slightly_large', 'perfect', 'slightly_small', 'too_small'] as const;
  for (const size of ['S', 'M', 'L']) {
    const sizes = answers.map((overall) => expected(advise({ history: [sampleTry(size, overall)] })));
    for (let i = 1; i < sizes.length; i++) assert.ok(sizes[i]! > sizes[i - 1]! + 0.05, `${size}: ${sizes.join()}`);
  }
});

test('"too small" of a size never raises the sizes below it, and moves the expected size up', () => {
  for (const before of [{}, { body: { height_cm: 178, weight_kg: 80 } }, { history: [sampleTry('M', 'perfect')] }]) {
    const [first, second] = [advise(before), advise({ ...before, history: [...(before.history ?? []), sampleTry('M', 'too_small')] })];
    for (const label of ['XS', 'S']) assert.ok(scoreOf(second, label) <= scoreOf(first, label) + 1e-9, label);
    assert.ok(expected(second) > expected(first), `${expected(first)} to ${expected(second)}`);
  }
});

test('newer feedback outweighs older', () => {
  const grew = advise({ history: [sampleTry('M', 'perfect', { at: daysAgo(1500) }), sampleTry('L', 'perfect', { at: daysAgo(5) })] });
  const shrank = advise({ history: [sampleTry('L', 'perfect', { at: daysAgo(1500) }), sampleTry('M', 'perfect', { at: daysAgo(5) })] });
  assert.ok(expected(grew) > expected(shrank) + 0.1, `${expected(grew)} against ${expected(shrank)}`);
});

test('one absurd answer does not flip five consistent ones', () => {
  const steady = Array.from({ length: 5 }, (_, i) => sampleTry('M', 'perfect', { at: daysAgo(30 * (i + 2)) }));
  for (const absurd of [sampleTry('M', 'too_small'), sampleTry('XXL', 'too_small'), sampleTry('XS', 'too_large')]) {
    assert.equal(advise({ history: [...steady, absurd] }).recommended_size, 'M');
  }
});

test('a slip of the tape by a size and a half does not outvote three garments that fit', () => {
  const worn = (brand: string, i: number) => sampleTry('M', 'perfect', { garment: sampleGarment({ brand }), at: daysAgo(40 * (i + 1)) });
  const history = ['Estuary', 'Corrin', 'Halden'].map(worn);
  assert.equal(advise({ history, body: { chest_cm: 110 } }).recommended_size, 'M');
});

test('more consistent garments make it surer', () => {
  const sure = [1, 3, 6].map((count) => advise({ history: Array.from({ length: count }, () => sampleTry('M', 'perfect')) }).confidence);
  assert.ok(sure[0]! < sure[1]! && sure[1]! < sure[2]!, String(sure));
});

test('what was said of the very same product counts more than of another by the brand', () => {
  const product = sampleGarment({ product_id: 'one' });
  const tried = (product_id: string) => sampleTry('M', 'too_small', { garment: { ...product, product_id } });
  const same = adviseSize(sampleShopper({ history: [tried('one')] }), product, now);
  const other = adviseSize(sampleShopper({ history: [tried('two')] }), product, now);
  assert.ok(scoreOf(same, 'M') < scoreOf(other, 'M'));
});

test('a shopper who likes room gets the larger size of two', () => {
  const liked = { fit_feedback: { overall: 'perfect' as const, chest: 'perfect' as const } };
  const likes = (size: string) => [1, 2, 3].map(() => sampleTry(size, 'perfect', liked));
  const body = { chest_cm: 101 };
  assert.ok(expected(advise({ body, history: likes('L') })) > expected(advise({ body, history: likes('M') })) + 0.3);
});

test('two sizes within a fifth are told as a tie, smaller first, however the shop lists them', () => {
  const body = { chest_cm: 102 };
  for (const asked of [garment, sampleGarment({ sizes: [...garment.sizes].reverse() })]) {
    const advice = adviseSize(sampleShopper({ body }), asked, now);
    assert.deepEqual(advice.between, ['M', 'L']);
    assert.match(advice.reasoning, /^Between M and L: M for close, L for relaxed\./);
  }
  assert.equal(advise({ body: { chest_cm: 98 } }).between, undefined);
});

test('a chart in odd order, with gaps, overlaps and single values gets the same size', () => {
  const sizes = [
    { label: 'L', body_cm: { chest: [104, 108] as [number, number] } },
    { label: 'S', body_cm: { chest: [88, 88] as [number, number] } },
    { label: 'XL' },
    { label: 'M', body_cm: { chest: [93, 105] as [number, number] } },
  ];
  const advice = adviseSize(sampleShopper({ body: { chest_cm: 99 } }), sampleGarment({ sizes }), now);
  assert.equal(advice.recommended_size, 'M');
  assert.ok(Math.abs(total(advice) - 1) < 1e-9);
});

test('one size is recommended, no size is null, and a repeated label counts once', () => {
  const one = adviseSize(sampleShopper(), sampleGarment({ sizes: [{ label: 'One size' }] }), now);
  assert.equal(one.recommended_size, 'One size');
  assert.ok(Math.abs(one.confidence - 1) < 1e-9);
  const none = adviseSize(sampleShopper({ body: { chest_cm: 98 } }), sampleGarment({ sizes: [] }), now);
  assert.equal(none.recommended_size, null);
  assert.equal(none.confidence, 0);
  assert.deepEqual(none.dimensions, []);
  const twice = adviseSize(sampleShopper(), sampleGarment({ sizes: [...garment.sizes, garment.sizes[2]!] }), now);
  assert.ok(Math.abs(total(twice) - 1) < 1e-9);
});

test('labels alone are enough for a guess, less sure than a chart', () => {
  const bare = sampleGarment({ sizes: labels.map((label) => ({ label })) });
  const body = { chest_cm: 98 };
  const [guess, known] = [adviseSize(sampleShopper({ body }), bare, now), advise({ body })];
  assert.equal(guess.recommended_size, 'M');
  assert.ok(guess.confidence < known.confidence);
  assert.ok(guess.reasons.some(({ text, is_known }) => /no size chart/.test(text) && !is_known));
});

test('an unknown sizing is settled by the evidence', () => {
  const bare = sampleGarment({ sizing: null, sizes: labels.map((label) => ({ label })) });
  const unknown = (body: ShopperEvidence['body']) => adviseSize(sampleShopper({ sizing: null, body }), bare, now);
  assert.ok(Math.abs(total(unknown({})) - 1) < 1e-9);
  assert.ok(expected(unknown({ height_cm: 165, weight_kg: 85 })) > expected(unknown({ height_cm: 165, weight_kg: 55 })) + 1);
});

test('the same question gets the same answer, and nothing handed in is changed', () => {
  const evidence = sampleShopper({ body: { chest_cm: 97, height_cm: 180 }, history: [sampleTry('M', 'slightly_small')] });
  const before = structuredClone(evidence);
  assert.deepEqual(adviseSize(evidence, garment, now), adviseSize(evidence, garment, now));
  assert.deepEqual(evidence, before);
});

const feel = fc.constantFrom('too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large') as fc.Arbitrary<'perfect'>;

test('a larger chest never gets a smaller size, whatever was said of other garments', () => {
  const tries = fc.array(fc.record({ size: fc.constantFrom(...labels), overall: feel }), { maxLength: 2 });
  const body = fc.constantFrom({}, { height_cm: 178, weight_kg: 75 }, { waist_cm: 84 });
  const cm = fc.integer({ min: 70, max: 130 });
  fc.assert(
    fc.property(cm, fc.integer({ min: 1, max: 30 }), tries, body, (chest, more, said, rest) => {
      const history = said.map(({ size, overall }) => sampleTry(size, overall));
      const at = (chest_cm: number) => labels.indexOf(advise({ body: { ...rest, chest_cm }, history }).recommended_size!);
      assert.ok(at(chest + more) >= at(chest), `${chest} got ${labels[at(chest)]}, ${chest + more} got ${labels[at(chest + more)]}`);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('whatever is handed in, scores add up to one and every figure is finite', () => {
  const cm = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }), { nil: undefined });
  const body = fc.record({
    height_cm: cm(50, 250),
    weight_kg: cm(3, 400),
    chest_cm: cm(30, 220),
    waist_cm: cm(30, 220),
    hip_cm: cm(30, 220),
    inside_leg_cm: cm(20, 130),
    age: cm(0, 120),
  });
  const worn = fc.record({
    size: fc.constantFrom(...labels, '46'),
    overall: feel,
    chest: feel,
    keep: fc.boolean(),
    days: fc.integer({ min: -30, max: 9000 }),
  });
  const sizing = fc.constantFrom('men' as const, 'women' as const, null);
  const category = fc.constantFrom('shirt' as const, 'jeans' as const, 'dress' as const, 'shorts' as const, 'other' as const);
  fc.assert(
    fc.property(body, fc.array(worn, { maxLength: 8 }), sizing, category, (said, tries, who, kind) => {
      const history = tries.map(({ size, overall, chest, keep, days }) =>
        sampleTry(size, overall, { fit_feedback: { overall, chest }, would_keep: keep, at: daysAgo(days) }),
      );
      const advice = adviseSize(sampleShopper({ sizing: who, body: said, history }), sampleGarment({ category: kind, sizing: who }), now);
      assert.ok(Math.abs(total(advice) - 1) < 1e-9);
      assert.equal(scoreOf(advice, advice.recommended_size!), advice.confidence);
      const numbers = JSON.stringify(advice, (_, value: unknown) =>
        typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
      );
      assert.doesNotMatch(numbers, /broken|NaN|undefined/);
    }),
    { numRuns: 150, seed: 11 },
  );
});

test('what went back says more on the side that was named', () => {
  const sent = (would_keep: boolean | undefined) => expected(advise({ history: [sampleTry('M', 'slightly_small', { would_keep })] }));
  assert.ok(sent(false) > sent(undefined) && sent(undefined) > sent(true), `${sent(false)} ${sent(undefined)} ${sent(true)}`);
});

test('where nobody said women or men, both are weighed', () => {
  const bare = sampleGarment({ sizing: null });
  const as = (sizing: 'women' | 'men' | null) => expected(adviseSize(sampleShopper({ sizing }), bare, now));
  assert.ok(as('women') < as(null) && as(null) < as('men'));
});

test('heights and weights are read as people report them', () => {
  const heavier = (weight_kg: number) => expected(advise({ body: { height_cm: 178, weight_kg } }));
  assert.ok(heavier(95) > heavier(75) + 0.8);
});

test('room told in inches is the same room', () => {
  const { reasons } = adviseSize(sampleShopper({ body: { chest_cm: 98 } }), garment, now, { units: 'in' });
  assert.match(reasons[0]!.text, /^Chest: about [\d.]+ in of room/);
});

test('of a garment at home that fits, how others found that it runs is heard too, and a brand is heard once', () => {
  const owning = (offset_cm: number | null, count = 1) => {
    const others_say = offset_cm === null ? undefined : { offset_cm, sd_cm: 0.8, tried: 0 };
    const worn = sampleGarment({ brand: 'Estuary', others_say });
    const more = sampleGarment({ brand: 'Estuary', category: 't-shirt', others_say: count > 1 ? others_say : undefined });
    const owned = [worn, more].map((one) => ({ brand: 'Estuary', garment: one, size: 'M', overall: 'perfect' as const, at: daysAgo(30) }));
    return expected(advise({ owned }));
  };
  const [small, as_charted, large] = [owning(-4), owning(null), owning(4)];
  assert.ok(small < as_charted - 0.1 && as_charted + 0.1 < large, `${small}, ${as_charted}, ${large}`);
  assert.equal(owning(4, 2), owning(4, 1));
});
