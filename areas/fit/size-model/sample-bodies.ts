import fc from 'fast-check';
import type { BodyMeasurements } from '#contract/fit.ts';
import type { GarmentEvidence, ShopperEvidence, SizeEvidence, Sizing } from './evidence.ts';
import { kindOf } from './garment-kind.ts';
import { labels } from './sample-evidence.ts';

/** Made-up people and garments for the properties of this folder. */
export const measures = [
  'height_cm',
  'weight_kg',
  'chest_cm',
  'waist_cm',
  'hip_cm',
  'neck_cm',
  'shoulder_cm',
  'arm_length_cm',
  'inside_leg_cm',
] as const satisfies readonly (keyof BodyMeasurements)[];
export type Measure = (typeof measures)[number];
export type Body = Record<Measure, number>;

/** From a slight person to a large one. */
const spans: Readonly<Record<Sizing, Record<Measure, readonly [number, number]>>> = {
  men: {
    height_cm: [165, 192],
    weight_kg: [58, 112],
    chest_cm: [84, 124],
    waist_cm: [70, 116],
    hip_cm: [86, 120],
    neck_cm: [34, 46],
    shoulder_cm: [39, 52],
    arm_length_cm: [78, 97],
    inside_leg_cm: [72, 92],
  },
  women: {
    height_cm: [152, 179],
    weight_kg: [46, 102],
    chest_cm: [78, 120],
    waist_cm: [60, 110],
    hip_cm: [84, 126],
    neck_cm: [29, 39],
    shoulder_cm: [35, 45],
    arm_length_cm: [72, 88],
    inside_leg_cm: [68, 86],
  },
};

/** Gives a measure of somebody `share` of the way from slight to large. */
export function measureAt(sizing: Sizing, measure: Measure, share: number): number {
  const [low, high] = spans[sizing][measure];
  return low + share * (high - low);
}

/** A body whose measures go together: each within a sixth of the span of where the person stands. */
export const aBody = (sizing: Sizing): fc.Arbitrary<Body> =>
  fc
    .record({
      at: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      off: fc.array(fc.integer({ min: -16, max: 16 }), { minLength: 9, maxLength: 9 }),
    })
    .map(({ at, off }) => Object.fromEntries(measures.map((name, i) => [name, measureAt(sizing, name, at + off[i]! / 100)])) as Body);

/** Some of the measures of a body, as a shopper tells them: any, or none. */
export const someOfIt = (body: Body): fc.Arbitrary<Partial<Body>> =>
  fc.subarray([...measures]).map((told) => Object.fromEntries(told.map((name) => [name, body[name]])));

const categories = ['t-shirt', 'shirt', 'knitwear', 'jacket', 'coat', 'trousers', 'jeans', 'shorts', 'dress', 'skirt'] as const;
const smallest = { men: { chest: 82, waist: 70, hip: 86 }, women: { chest: 78, waist: 62, hip: 86 } };

/** Six sizes of a garment of any kind, known by its chart, by part of it, by its own measures, by both, or by labels alone. */
export const aGarment = (sizing: Sizing, of: readonly GarmentEvidence['category'][] = categories): fc.Arbitrary<GarmentEvidence> =>
  fc
    .record({
      category: fc.constantFrom(...of),
      known_by: fc.constantFrom('chart', 'main girth', 'itself', 'both', 'labels'),
      fit: fc.constantFrom(null, 'slim', 'regular', 'relaxed', 'oversized'),
      stretch: fc.constantFrom(null, 'none', 'some', 'high'),
      brand: fc.constantFrom('Aldwick', 'Estuary', 'Norda'),
    })
    .map(({ known_by, category, ...garment }) => ({
      ...garment,
      category,
      sizing,
      sizes: labels.map((label, i) => sizeOf({ label, i, known_by, category, sizing })),
      is_chart_estimated: false,
    }));

type SizeOf = { label: string; i: number; known_by: string; category: GarmentEvidence['category']; sizing: Sizing };

function sizeOf({ label, i, known_by, category, sizing }: SizeOf): SizeEvidence {
  const { main } = kindOf(category);
  const girth = (name: 'chest' | 'waist' | 'hip') => smallest[sizing][name] + 8 * i;
  const around = (name: 'chest' | 'waist' | 'hip'): [number, number] => [girth(name) - 4, girth(name) + 4];
  const main_girth = main === 'waist' ? 'waist' : 'chest';
  const chart =
    known_by === 'main girth'
      ? { [main_girth]: around(main_girth) }
      : { chest: around('chest'), waist: around('waist'), hip: around('hip') };
  const garment_cm = { [main_girth]: girth(main_girth) + (main_girth === 'chest' ? 10 : 2) };
  if (known_by === 'labels') return { label };
  if (known_by === 'itself') return { label, garment_cm };
  return known_by === 'both' ? { label, body_cm: chart, garment_cm } : { label, body_cm: chart };
}

/** Nothing but a body. */
export const shopperOf = (sizing: Sizing, body: BodyMeasurements, more: Partial<ShopperEvidence> = {}): ShopperEvidence => ({
  sizing,
  body,
  owned: [],
  history: [],
  ...more,
});
