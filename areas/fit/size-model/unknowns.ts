import { linearRow, type LinearRow } from '#science/numerics/linear-row.ts';
import type { DimensionTargets, GarmentTargets } from './garment-targets.ts';
import { bodyIndex, bodyPartOf, girth_share, shopper_size, tasteIndex } from './layout.ts';
import { populations } from './population.ts';

/** What a chart hides, cm: brand, brand within a kind of garment, and product run large or small, 1.5 cm together. How it is shared out is judgement. */
const brand_sd = 0.8;
const brand_category_sd = 0.7;
const product_sd = 1.1;
/**
 * What a brand means by its labels, cm, where its chart is not known: judgement between what size guides show. Against our
 * generic chart, men's M of J.Crew and Theory lies on it, XS of J.Crew, Theory, Faherty and Lululemon 1 to 7 cm above it.
 */
const labels_sd = 2.5;
/** How far makers' cuts of one category stray from our table of design ease, cm. */
export const cut_sd = 2;
/** Weight varies by about this much from year to year, kg per root year, and girths with it. This is how old evidence fades. */
const drift_kg_per_root_year = 2;
/** How far a shopper keeps on choosing too small or too large, in tolerances: about as much as a single try misses by (`observe-choice.ts`). Judgement. */
const habit_sd = 0.6;

/** A garment that was worn so long ago, by a body that has drifted since. */
export type WornBefore = { targets: GarmentTargets; age_years: number };

/**
 * The unknowns that stand in the state after the shopper: the habit of choosing too small or large, each product's offset
 * (products of one brand move together), how each category's cuts differ from our table, and how much heavier the shopper
 * was when each garment was worn (garments worn near each other in time met nearly the same body).
 */
export type Unknowns = {
  size: number;
  /** Before any evidence, row-major [size x size]; their means are zero. */
  covariance: Float64Array;
  habit_index: number;
  /** Gap between garment and wearer at a dimension: target + row . state, in cm; positive is roomy. */
  gapRow(targets: GarmentTargets, dimension: DimensionTargets): LinearRow;
  /** What the garment's chart hides, cm at the chest. */
  offsetRow(targets: GarmentTargets): LinearRow;
  /** The garment's ease beyond what its cut should add: what `extra_ease` observes. */
  extraEaseRow(targets: GarmentTargets, dimension: DimensionTargets): LinearRow;
};

/** Lays out the unknowns for the asked garment and those of the evidence. */
export function layOutUnknowns(asked: GarmentTargets, worn: readonly WornBefore[]): Unknowns {
  const garments = [asked, ...worn.map(({ targets }) => targets)];
  const products = garments.filter((one, i) => garments.findIndex((other) => isSameProduct(one, other)) === i);
  const categories = [...new Set(garments.map(({ garment }) => garment.category))];
  const starts = { habit: 0, offsets: 1, cuts: 1 + products.length, drifts: 1 + products.length + categories.length };
  const size = starts.drifts + worn.length;
  const covariance = new Float64Array(size * size);
  const fill = (start: number, count: number, value: (i: number, j: number) => number) => {
    for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) covariance[(start + i) * size + start + j] = value(i, j);
  };
  fill(starts.habit, 1, () => habit_sd ** 2);
  fill(starts.offsets, products.length, (i, j) => offsetCovariance(products[i]!, products[j]!));
  fill(starts.cuts, categories.length, (i, j) => (i === j ? cut_sd ** 2 : 0));
  fill(starts.drifts, worn.length, (i, j) => drift_kg_per_root_year ** 2 * Math.min(worn[i]!.age_years, worn[j]!.age_years));
  const at = (start: keyof typeof starts, index: number) => shopper_size + starts[start] + index;
  const offsetOf = (targets: GarmentTargets) =>
    at(
      'offsets',
      products.findIndex((one) => isSameProduct(one, targets)),
    );
  const cutOf = ({ garment }: GarmentTargets) => at('cuts', categories.indexOf(garment.category));
  const drift_indices = new Map(worn.map(({ targets }, i) => [targets, at('drifts', i)]));
  const rows = garmentRows({ offsetOf, cutOf, driftOf: (targets) => drift_indices.get(targets) });
  return { size, covariance, habit_index: at('habit', 0), ...rows };
}

type Places = Record<'offsetOf' | 'cutOf', (targets: GarmentTargets) => number> & {
  driftOf: (targets: GarmentTargets) => number | undefined;
};

function garmentRows({ offsetOf, cutOf, driftOf }: Places): Pick<Unknowns, 'gapRow' | 'offsetRow' | 'extraEaseRow'> {
  const extraEaseRow: Unknowns['extraEaseRow'] = (targets, { name }) => {
    const share = girth_share[name];
    return linearRow([
      [cutOf(targets), share],
      [offsetOf(targets), share],
    ]);
  };
  const gapRow: Unknowns['gapRow'] = (targets, dimension) => {
    const { name, aligned_to, own_zone, measured_cm } = dimension;
    if (own_zone) return measured_cm ? linearRow([]) : extraEaseRow(targets, dimension);
    const drift = driftOf(targets);
    const share = girth_share[name];
    return linearRow([
      ...wearerTerms(name),
      ...(drift === undefined ? [] : [[drift, -cmPerKg(targets, name)] as const]),
      aligned_to === 'chart' ? [offsetOf(targets), share] : [cutOf(targets), -share],
    ]);
  };
  return { gapRow, offsetRow: (targets) => linearRow([[offsetOf(targets), 1]]), extraEaseRow };
}

/** Body and taste at a dimension: what the wearer takes away from a garment. */
export function wearerTerms(name: DimensionTargets['name']): [number, number][] {
  const part = bodyPartOf(name);
  return part
    ? [
        [bodyIndex(part), -1],
        [tasteIndex(name), -1],
      ]
    : [[tasteIndex(name), -1]];
}

function cmPerKg({ sizing }: GarmentTargets, name: DimensionTargets['name']): number {
  return name === 'length' ? 0 : populations[sizing].parts[name].per_kg;
}

function offsetCovariance(one: GarmentTargets, other: GarmentTargets): number {
  const product = one === other ? product_sd ** 2 : 0;
  if (!isSameBrand(one, other)) return product;
  const category = one.garment.category === other.garment.category ? brand_category_sd ** 2 : 0;
  const labels = one.is_estimated && other.is_estimated ? labels_sd ** 2 : 0;
  return product + brand_sd ** 2 + category + labels;
}

function isSameBrand(one: GarmentTargets, other: GarmentTargets): boolean {
  return one === other || one.garment.brand.trim().toLowerCase() === other.garment.brand.trim().toLowerCase();
}

/** Two garments of one brand often share a chart, so only the id tells that they are the same. */
function isSameProduct(one: GarmentTargets, other: GarmentTargets): boolean {
  return one === other || (one.garment.product_id !== undefined && one.garment.product_id === other.garment.product_id);
}
