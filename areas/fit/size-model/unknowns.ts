import type { Category } from '#contract/catalog.ts';
import { linearRow, type LinearRow } from '#science/numerics/linear-row.ts';
import type { DimensionTargets, GarmentTargets } from './garment-targets.ts';
import { bodyIndex, bodyPartOf, girth_share, shopper_size, tasteIndex } from './layout.ts';

/** What a chart hides: brand and product each run about a centimetre large or small. */
const brand_sd = 0.8;
const product_sd = 1.3;
/** A guessed chart is off as makers differ: EN and US letters alone are 3 to 5 cm apart at the chest. */
const estimated_scale = 2;
/** How far makers' cuts of one category stray from our table of design ease. */
export const cut_sd = 2;

/**
 * The unknowns about garments that stand in the state after the shopper: the asked brand's offset, a product offset for
 * each garment, and how each category's cuts differ from our table. The same garment seen twice shares its offset.
 */
export type Unknowns = {
  variances: number[];
  /** Gap between garment and wearer at a dimension: target + row . state, in cm; positive is roomy. */
  gapRow(targets: GarmentTargets, dimension: DimensionTargets): LinearRow;
  /** The garment's ease beyond what its cut should add: what `extra_ease` observes. */
  extraEaseRow(targets: GarmentTargets, dimension: DimensionTargets): LinearRow;
};

/** Lays out the unknowns for the asked garment and those of the evidence. */
export function layOutUnknowns(asked: GarmentTargets, others: readonly GarmentTargets[]): Unknowns {
  const variances = [brand_sd ** 2];
  const cuts = new Map<Category, number>();
  const products = new Map<GarmentTargets, number>();
  const add = (variance: number) => shopper_size + variances.push(variance) - 1;
  for (const targets of [asked, ...others]) {
    const { category } = targets.garment;
    if (!cuts.has(category)) cuts.set(category, add(cut_sd ** 2));
    const twin = [...products].find(([other]) => isSameProduct(other, targets));
    products.set(targets, twin ? twin[1] : add(productVariance(targets, isSameBrand(targets, asked))));
  }
  const offsetTerms = (targets: GarmentTargets, share: number): [number, number][] => [
    [products.get(targets)!, share],
    [shopper_size, isSameBrand(targets, asked) ? share * scaleOf(targets) : 0],
  ];
  const extraEaseRow: Unknowns['extraEaseRow'] = (targets, { name }) => {
    const share = girth_share[name];
    return linearRow([[cuts.get(targets.garment.category)!, share], ...offsetTerms(targets, share)]);
  };
  return {
    variances,
    extraEaseRow,
    gapRow(targets, dimension) {
      const { name, aligned_to, own_zone, measured_cm } = dimension;
      if (own_zone) return measured_cm ? linearRow([]) : extraEaseRow(targets, dimension);
      const share = girth_share[name];
      const cut: [number, number] = [cuts.get(targets.garment.category)!, -share];
      return linearRow([...wearerTerms(name), ...(aligned_to === 'chart' ? offsetTerms(targets, share) : [cut])]);
    },
  };
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

function scaleOf(targets: GarmentTargets): number {
  return targets.is_estimated ? estimated_scale : 1;
}

function productVariance(targets: GarmentTargets, is_asked_brand: boolean): number {
  return scaleOf(targets) ** 2 * (product_sd ** 2 + (is_asked_brand ? 0 : brand_sd ** 2));
}

function isSameBrand(one: GarmentTargets, other: GarmentTargets): boolean {
  return one.garment.brand.trim().toLowerCase() === other.garment.brand.trim().toLowerCase();
}

/** Two garments of one brand often share a chart, so only the id tells that they are the same. */
function isSameProduct(one: GarmentTargets, other: GarmentTargets): boolean {
  return one.garment.product_id !== undefined && one.garment.product_id === other.garment.product_id;
}
