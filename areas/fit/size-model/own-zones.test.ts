import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { zoneKind } from '#contract/fit-zones.ts';
import { adviseSize } from './advise.ts';
import { describeZones } from './describe-zones.ts';
import type { GarmentEvidence, ZoneEvidence } from './evidence.ts';
import { labels, now, sampleGarment, sampleShopper, sampleTry } from './sample-evidence.ts';

const measured = sampleGarment({
  sizes: labels.map((label, i) => ({
    label,
    body_cm: { chest: [78 + 8 * i, 86 + 8 * i] },
    garment_cm: { chest: 93 + 8 * i },
  })),
});
const history = [1, 2, 3, 4].map(() => sampleTry('M', 'perfect'));
const known = sampleShopper({ body: { chest_cm: 98 }, history });
const chestOf = (low_cm: number, high_cm: number, category: ZoneEvidence['category'] = 'shirt'): ZoneEvidence[] => [
  { category, name: 'chest', low_cm, high_cm },
];
const advise = (zones: ZoneEvidence[], garment: GarmentEvidence = measured) => adviseSize({ ...known, zones }, garment, now);
const expected = ({ all_scores }: ReturnType<typeof advise>) => labels.reduce((sum, label, i) => sum + i * all_scores[label]!.score, 0);

test('the size whose measure lies in the set range is advised, for every size', () => {
  for (const [i, label] of labels.entries()) {
    const advice = advise(chestOf(93 + 8 * i - 3, 93 + 8 * i + 3));
    assert.equal(advice.recommended_size, label);
    // Far from the body that was measured, the places that nobody set still speak against it.
    if (label === 'M' || label === 'L') assert.ok(advice.confidence > 0.9, `${label}: ${advice.confidence}`);
  }
});

test('a range moved up never makes the expected size smaller', () => {
  const place = fc.double({ min: 85, max: 135, noNaN: true });
  fc.assert(
    fc.property(place, fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 1, max: 12, noNaN: true }), (low, more, width) => {
      const [lower, higher] = [low, low + more].map((from) => expected(advise(chestOf(from, from + width))));
      assert.ok(higher! >= lower! - 1e-9, `${low} to ${low + width}, ${more} up: ${lower} then ${higher}`);
    }),
    { seed: 7, numRuns: 60 },
  );
});

test('setting a range to what was learned leaves the zone where it is, also for a cut that is meant to be wider', () => {
  const learned = describeZones(known, 'shirt', now).find(({ name }) => name === 'chest')!;
  for (const fit of ['slim', 'regular', 'oversized'] as const) {
    const garment = sampleGarment({ fit, stretch: null });
    const zoneOf = (zones: ZoneEvidence[]) => advise(zones, garment).dimensions.find(({ name }) => name === 'chest')!.zone.good;
    const [without, set] = [zoneOf([]), zoneOf(chestOf(learned.low_cm, learned.high_cm))];
    assert.ok(Math.abs(without[0] - set[0]) < 1, `${fit}: ${without.join()} became ${set.join()}`);
  }
});

test('what is liked in one kind of garment tells a little of another', () => {
  const wide = expected(advise(chestOf(120, 128, 'knitwear')));
  const close = expected(advise(chestOf(98, 102, 'knitwear')));
  assert.ok(wide > expected(advise([])) && close < expected(advise([])));
});

test('a range for a place that the garment does not state changes no verdict elsewhere', () => {
  const advice = advise([{ category: 'shirt', name: 'length', low_cm: 74, high_cm: 78 }]);
  assert.deepEqual(
    advice.dimensions.map(({ name, zone_basis }) => [name, zone_basis]),
    [['chest', 'learned']],
  );
  assert.equal(advice.recommended_size, advise([]).recommended_size);
});

test('the zones of a kind lie around its body, and a larger body has larger zones', () => {
  for (const kind of zoneKind.options) {
    const [small, large] = [
      { height_cm: 160, weight_kg: 55 },
      { height_cm: 190, weight_kg: 100 },
    ].map((body) => describeZones(sampleShopper({ sizing: null, body }), kind, now));
    for (const [i, zone] of small!.entries()) {
      assert.ok(zone.low_cm < zone.high_cm, `${kind} ${zone.name}`);
      if (zone.name !== 'length') assert.ok(large![i]!.low_cm > zone.low_cm, `${kind} ${zone.name}`);
    }
  }
});

test('reasons carry their figures: what was worn, the body, the room, the taste', () => {
  const roomy = sampleShopper({ body: { chest_cm: 98 }, history: [1, 2, 3].map(() => sampleTry('XL', 'perfect')) });
  const { why } = describeZones(roomy, 'shirt', now).find(({ name }) => name === 'chest')!;
  assert.deepEqual(
    why.map(({ code }) => code),
    ['worn', 'body_measured', 'room', 'taste'],
  );
  const taste = why.find(({ code }) => code === 'taste');
  assert.ok(taste?.code === 'taste' && taste.beyond_usual_cm > 1);
  const estimated = describeZones(sampleShopper({ body: { height_cm: 180 } }), 'shirt', now)[0]!.why[0]!;
  assert.ok(estimated.code === 'body_estimated' && estimated.from === 'height');
});
