import type { GarmentEvidence, ShopperEvidence, SizeEvidence } from '#areas/fit/size-model/evidence.ts';
import type { BodyBuild } from '#contract/body-build.ts';
import type { DimensionName } from '#contract/catalog.ts';
import type { FitFeedback } from '#contract/fit.ts';
import type { CaseProduct, SizeCase } from './size-case.ts';

const cm_per_in = 2.54;
/** Measured flat, these are half the way round. */
const girths: readonly DimensionName[] = ['chest', 'waist', 'hip'];
const names: Readonly<Record<string, DimensionName>> = {
  chest: 'chest',
  waist: 'waist',
  hip: 'hip',
  hips: 'hip',
  neck: 'neck',
  shoulder: 'shoulders',
  shoulders: 'shoulders',
  sleeve: 'sleeves',
  sleeves: 'sleeves',
  arm_length: 'sleeves',
  inside_leg: 'inseam',
  inseam: 'inseam',
  length: 'length',
};
const levels: Readonly<Record<string, -1 | 0 | 1>> = { flatter: -1, narrower: -1, average: 0, rounder: 1, broader: 1 };

/** Says what a case tells of the shopper in the size model's own terms. */
export function toEvidence({ shopper, asked_at }: SizeCase): ShopperEvidence {
  const { height_cm, weight_kg, age, measurements, build, gender, owned = [], history = [] } = shopper;
  return {
    sizing: gender ?? null,
    body: { height_cm, weight_kg, age, ...measurements },
    build: build && toBuild(build),
    owned: owned.map((item) => ({
      brand: item.brand,
      garment: toGarment(item),
      size: item.size,
      overall: item.fits,
      at: new Date(asked_at),
    })),
    history: history.map(({ tried_at, product, size_tried, fit_feedback, would_keep }) => ({
      garment: toGarment(product),
      size_tried,
      fit_feedback: fit_feedback && toFeedback(fit_feedback),
      would_keep,
      at: new Date(tried_at),
    })),
  };
}

/** Says what a case tells of a product in the size model's own terms: centimetres, all the way round. */
export function toGarment({ id, brand, category, gender, fit, stretch, sizes, garment_basis }: CaseProduct): GarmentEvidence {
  return {
    product_id: id,
    brand,
    category,
    sizing: gender ?? null,
    fit: fit ?? null,
    stretch: stretch ?? null,
    is_chart_estimated: false,
    sizes: sizes.map((size) => toSize(size, garment_basis === 'flat_half_width')),
  };
}

function toBuild({ belly, chest, hips }: Record<string, string>): BodyBuild {
  const level = (word: string | undefined) => (word === undefined ? undefined : levels[word]);
  return { belly: level(belly), chest: level(chest), hip: level(hips) };
}

function toFeedback(said: Record<string, string | undefined>): Partial<FitFeedback> {
  return Object.fromEntries(Object.entries(said).map(([name, word]) => [names[name] ?? name, word]));
}

function toSize({ label, body = {}, garment = {} }: CaseProduct['sizes'][number], is_half: boolean): SizeEvidence {
  const body_cm = Object.entries(body).flatMap(([key, [low, high]]) =>
    readKey(key).map(({ name, scale }) => [name, [low * scale, high * scale]]),
  );
  const garment_cm = Object.entries(garment).flatMap(([key, value]) =>
    readKey(key).map(({ name, scale }) => [name, value * scale * (is_half && girths.includes(name) ? 2 : 1)]),
  );
  return { label, body_cm: Object.fromEntries(body_cm), garment_cm: Object.fromEntries(garment_cm) };
}

/** `chest_in` is the chest in inches; a key that names no dimension we know gives nothing. */
function readKey(key: string): { name: DimensionName; scale: number }[] {
  const at = key.lastIndexOf('_');
  const name = names[key.slice(0, at)];
  return name ? [{ name, scale: key.slice(at + 1) === 'in' ? cm_per_in : 1 }] : [];
}
