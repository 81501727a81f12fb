import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dimensions } from '#contract/catalog.ts';
import { projectBelief } from '#science/numerics/gaussian-belief.ts';
import { linearRow } from '#science/numerics/linear-row.ts';
import type { GarmentEvidence, ShopperEvidence } from './evidence.ts';
import { inferWearer } from './infer-wearer.ts';
import { bodyIndex, bodyParts, type BodyPart, tasteIndex } from './layout.ts';
import { aBody, aGarment, type Body, measures, shopperOf, someOfIt } from './sample-bodies.ts';
import { labels, now, sampleGarment, sampleTry } from './sample-evidence.ts';

const garment = sampleGarment();
const runs = (numRuns: number) => ({ numRuns, seed: 13 });

/** The spread of what is believed of a body part (or of what is liked there), by the likeliest reading of the evidence. */
function spreadOf(shopper: ShopperEvidence, index: number, about: GarmentEvidence = garment): number {
  return projectBelief(inferWearer(shopper, about, now)[0]!.belief, linearRow([[index, 1]])).variance;
}
/** The spread of the room that a garment leaves at a place: body, taste and hidden offset together. */
function spreadOfGap(shopper: ShopperEvidence, name: string, about: GarmentEvidence): number {
  const { belief, asked, unknowns } = inferWearer(shopper, about, now)[0]!;
  return projectBelief(
    belief,
    unknowns.gapRow(
      asked,
      asked.dimensions.find((one) => one.name === name)!,
    ),
  ).variance;
}

const part_of: Readonly<Record<(typeof measures)[number], BodyPart>> = {
  height_cm: 'height',
  weight_kg: 'weight',
  chest_cm: 'chest',
  waist_cm: 'waist',
  hip_cm: 'hip',
  neck_cm: 'neck',
  shoulder_cm: 'shoulders',
  arm_length_cm: 'sleeves',
  inside_leg_cm: 'inseam',
};

test('a measure that is told, of any kind and beside any others of the body, never leaves less known of its place', () => {
  fc.assert(
    fc.property(
      aBody('men').chain((body) => fc.tuple(fc.constant(body), someOfIt(body))),
      ([body, told]: [Body, Partial<Body>]) => {
        for (const measure of measures.filter((name) => told[name] === undefined)) {
          const index = bodyIndex(part_of[measure]);
          const [without, with_it] = [told, { ...told, [measure]: body[measure] }].map((one) => spreadOf(shopperOf('men', one), index));
          assert.ok(with_it! <= without! + 1e-9, `${measure}: ${without} -> ${with_it}, ${JSON.stringify(told)}`);
        }
      },
    ),
    runs(12),
  );
});

test('what is told to who told nothing before widens nothing at all: body, taste or room', () => {
  const before = shopperOf('men', {});
  const places = [...bodyParts.map(bodyIndex), ...dimensions.map(tasteIndex)];
  const base = places.map((index) => spreadOf(before, index));
  const room = spreadOfGap(before, 'chest', garment);
  const feel = fc.constantFrom('too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large');
  const at = new Date('2026-03-01');
  const told = fc.oneof(
    fc.tuple(fc.constantFrom(...measures), aBody('men')).map(([name, body]) => shopperOf('men', { [name]: body[name] })),
    fc
      .tuple(aGarment('men'), fc.constantFrom(...labels), feel)
      .map(([worn, size, overall]) => shopperOf('men', {}, { owned: [{ brand: worn.brand, garment: worn, size, overall, at }] })),
    fc
      .tuple(fc.constantFrom(...labels), feel, fc.constantFrom('chest', 'waist', 'shoulders'), feel)
      .map(([size, overall, place, there]) => {
        const fit_feedback = { overall: overall as 'perfect', [place]: there };
        return shopperOf('men', {}, { history: [sampleTry(size, 'perfect', { fit_feedback })] });
      }),
    fc
      .tuple(fc.constantFrom(...labels), fc.boolean())
      .map(([size, would_keep]) =>
        shopperOf('men', {}, { history: [{ ...sampleTry(size, 'perfect'), fit_feedback: undefined, would_keep }] }),
      ),
    fc
      .integer({ min: 96, max: 130 })
      .map((low_cm) => shopperOf('men', {}, { zones: [{ category: 'jacket', name: 'chest', low_cm, high_cm: low_cm + 6 }] })),
  );
  fc.assert(
    fc.property(told, (shopper) => {
      places.forEach((index, i) => {
        const spread = spreadOf(shopper, index);
        assert.ok(spread <= base[i]! + 1e-9, `${index}: ${base[i]} -> ${spread}`);
      });
      assert.ok(spreadOfGap(shopper, 'chest', garment) <= room + 1e-9);
    }),
    runs(40),
  );
});

/** Against what weight lets expect, it loosens by a hair the pull of the sizes on offer on the weight: so only its own place. */
test('how somebody judges their build never leaves less known of that place', () => {
  for (const [place, part] of [
    ['belly', 'waist'],
    ['chest', 'chest'],
    ['hip', 'hip'],
  ] as const)
    for (const level of [-1, 0, 1] as const) {
      const spread = (build: ShopperEvidence['build']) =>
        spreadOf(shopperOf('men', { height_cm: 180, weight_kg: 80 }, { build }), bodyIndex(part));
      assert.ok(spread({ [place]: level }) < spread({}), `${place} ${level}`);
    }
});

test('what others found of a garment never leaves less known of the room that it gives', () => {
  const said = fc.record({
    offset_cm: fc.double({ min: -6, max: 6, noNaN: true }),
    sd_cm: fc.double({ min: 0.3, max: 4, noNaN: true }),
    tried: fc.nat(50),
  });
  fc.assert(
    fc.property(said, aBody('men').chain(someOfIt), (others_say, body) => {
      const shopper = shopperOf('men', body);
      assert.ok(spreadOfGap(shopper, 'chest', sampleGarment({ others_say })) <= spreadOfGap(shopper, 'chest', garment) + 1e-9);
    }),
    runs(30),
  );
});

test('each further garment that agrees with the rest leaves no less known of the room', () => {
  fc.assert(
    fc.property(fc.constantFrom('S', 'M', 'L', 'XL'), (size) => {
      const history = [
        sampleTry(size, 'perfect'),
        sampleTry(size, 'perfect', { garment: sampleGarment({ brand: 'Norda' }) }),
        sampleTry(size, 'perfect'),
      ];
      const spreads = [0, 1, 2, 3].map((count) =>
        spreadOfGap(shopperOf('men', {}, { history: history.slice(0, count) }), 'chest', garment),
      );
      assert.deepEqual(
        spreads,
        spreads.toSorted((a, b) => b - a),
        size,
      );
    }),
    runs(4),
  );
});
