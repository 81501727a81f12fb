import type { Site } from '#science/numerics/expectation-propagation.ts';
import { linearRow } from '#science/numerics/linear-row.ts';
import { tiltByReading } from '#science/numerics/tilted-moments.ts';
import type { GarmentEvidence, Sizing, ZoneEvidence } from './evidence.ts';
import { designEase, kindOf } from './garment-kind.ts';
import type { DimensionTargets, GarmentTargets } from './garment-targets.ts';
import { girth_share } from './layout.ts';
import { typicalLength } from './typical-length.ts';
import { cut_sd, wearerTerms } from './unknowns.ts';

/** A range set by hand is remembered and measured to about this, cm. */
const own_zone_sd = 1;
/** What is liked in one kind of garment tells of another kind within this, cm (as for worn garments of another kind). */
const other_kind_cm = 1.5;
const share_min = 0.4;

/**
 * Lays the ranges that the wearer set by hand over the asked garment. A range is said of the regular cut of its kind: a
 * slim or oversized one is meant to sit closer or wider by as much as its design, so the range moves along. Without that,
 * setting a range to the very figures we had learned would turn the advice on every oversized garment.
 */
export function withOwnZones(targets: GarmentTargets, zones: readonly ZoneEvidence[]): GarmentTargets {
  const own = zones.filter(({ category }) => category === targets.garment.category);
  if (own.length === 0) return targets;
  return {
    ...targets,
    dimensions: targets.dimensions.map((dimension) => {
      const zone = own.find(({ name }) => name === dimension.name);
      return zone ? layZone(dimension, zone, targets.garment) : dimension;
    }),
  };
}

function layZone(dimension: DimensionTargets, { low_cm, high_cm }: ZoneEvidence, garment: GarmentEvidence): DimensionTargets {
  const easeOf = (fit: GarmentEvidence['fit']) => designEase({ ...garment, fit, stretch: null }, dimension.name)!.ease_cm;
  const shift = easeOf(garment.fit) - easeOf('regular');
  const own_zone = { centre_cm: (low_cm + high_cm) / 2 + shift, half_cm: (high_cm - low_cm) / 2 };
  // A measured garment against a range that was set leaves only the tape's error: body and taste no longer matter.
  return { ...dimension, own_zone, noise_cm: dimension.measured_cm ? own_zone_sd : dimension.noise_cm };
}

/** Gives what each size leaves at a dimension before the unknowns of `gapRow` are added, cm: zero is the middle of what is liked. */
export function gapBase({ own_zone, targets_cm, measured_cm, design_cm }: DimensionTargets): number[] {
  if (!own_zone) return targets_cm;
  const garments_cm = measured_cm ?? targets_cm.map((target) => target + design_cm);
  return garments_cm.map((cm) => cm - own_zone.centre_cm);
}

/** Gives half of the range that feels right: as it was set, else as is usual for this kind. */
export const toleranceOf = ({ garment }: GarmentTargets, { name, own_zone }: DimensionTargets): number =>
  own_zone?.half_cm ?? kindOf(garment.category).dimensions[name]!.tolerance_cm;

/**
 * Tells what ranges set by hand say of body and taste, for their own kind and for others. How makers cut is left out of
 * it, as mere error: a wish for more room must not make us believe that the garments are larger than they are.
 */
export function observeZones(zones: readonly ZoneEvidence[], asked: { garment: GarmentEvidence; sizing: Sizing }): Site[] {
  return zones.flatMap(({ category, name, low_cm, high_cm }) => {
    const design = designEase({ ...asked.garment, category, fit: null, stretch: null }, name);
    if (!design) return [];
    const usual_cm = design.ease_cm + (name === 'length' ? typicalLength(category, asked.sizing) : 0);
    const row = linearRow(wearerTerms(name).map(([index, weight]) => [index, -weight]));
    const other = category === asked.garment.category ? 0 : other_kind_cm * Math.max(girth_share[name], share_min);
    const error = Math.hypot(own_zone_sd, other, cut_sd * girth_share[name]);
    const reading = { value: (low_cm + high_cm) / 2 - usual_cm, sd: error, slip: error };
    return [{ row, tilt: (mean: number, variance: number) => tiltByReading(reading, mean, variance) }];
  });
}
