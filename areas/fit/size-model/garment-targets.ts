import type { DimensionName } from '#contract/catalog.ts';
import type { GarmentEvidence, SizeEvidence, Sizing } from './evidence.ts';
import { designEase, kindOf } from './garment-kind.ts';
import { bodyFrom, genericBodies } from './generic-chart.ts';
import { isPossible } from './is-possible.ts';
import { girth_share } from './layout.ts';
import { typicalLength } from './typical-length.ts';

/**
 * One dimension of a garment, told as bodies: `targets_cm[i]` is the body that size i suits before hidden offsets.
 * `aligned_to` says which offset it carries: the chart's (brand and product), or the cut's (design ease misjudged).
 */
export type DimensionTargets = {
  name: DimensionName;
  basis: 'measured' | 'chart' | 'imputed';
  aligned_to: 'chart' | 'cut';
  targets_cm: number[];
  /** Independent error of this dimension, sd in cm. */
  noise_cm: number;
  design_cm: number;
  /** What the garment adds to its own chart, when both are known: mean over sizes, less the design ease; and its sd. */
  extra_ease?: { cm: number; sd: number } | undefined;
  measured_cm?: number[] | undefined;
  /** The range that the wearer set by hand, moved to this garment's cut (`withOwnZones`). */
  own_zone?: { centre_cm: number; half_cm: number } | undefined;
};
export type GarmentTargets = { garment: GarmentEvidence; sizing: Sizing; is_estimated: boolean; dimensions: DimensionTargets[] };

type Girth = 'chest' | 'waist' | 'hip';

/** How far a chart's single dimension strays from the garment's common offset (rounding to cm or half inches included), cm. */
const chart_noise_cm: Readonly<Record<DimensionName, number>> = {
  chest: 0.8,
  waist: 1.1,
  hip: 1.1,
  neck: 0.6,
  shoulders: 1,
  sleeves: 1.2,
  length: 4,
  inseam: 1.5,
};
/** Charts of different makers pair the same chest with waists and hips about 2.5 cm apart. */
const imputed_noise_cm: Readonly<Record<DimensionName, number>> = {
  chest: 3,
  waist: 2.5,
  hip: 2.5,
  neck: 1.2,
  shoulders: 1.5,
  sleeves: 2.5,
  length: 5,
  inseam: 3,
};
/** Lengths are cut to taste far more than the chest's grade suggests. */
const least_share = 0.4;

/** Reads a garment as the bodies its sizes suit, dimension by dimension, whatever is known: chart, measurements, or labels only. */
export function garmentTargets(garment: GarmentEvidence, sizing: Sizing): GarmentTargets {
  const generic = genericBodies(garment, sizing);
  const names = Object.keys(kindOf(garment.category).dimensions) as DimensionName[];
  const known = names.flatMap((name) => knownTargets(garment, name, { generic, sizing }) ?? []);
  const base = baseGirth(known, garment);
  const missing = names.filter((name) => name !== 'length' && !known.some((dimension) => dimension.name === name));
  const imputed = missing.map((name) => imputedTargets(garment, name, { base, generic, sizing }));
  const has_chart = known.some(({ aligned_to }) => aligned_to === 'chart');
  return { garment, sizing, is_estimated: garment.is_chart_estimated || !has_chart, dimensions: [...known, ...imputed] };
}

type Setting = { generic: Partial<Record<DimensionName, number>>[]; sizing: Sizing };

function knownTargets(garment: GarmentEvidence, name: DimensionName, { generic, sizing }: Setting): DimensionTargets | null {
  const steps = generic.map((body) => (name === 'length' ? 0 : body[name]!));
  const chart = fillGaps(
    garment.sizes.map((size) => middleOf(size, name)),
    steps,
  );
  const measured = fillGaps(
    garment.sizes.map((size) => possible(size.garment_cm?.[name])),
    steps,
  );
  const design = designEase(garment, name)!;
  const cut_sd = design.sd * Math.max(girth_share[name], least_share);
  const noise_cm = chart_noise_cm[name];
  if (chart && measured) {
    const extra = mean(measured.map((cm, i) => cm - chart[i]!));
    const targets_cm = measured.map((cm) => cm - extra);
    const extra_ease = { cm: extra - design.ease_cm, sd: Math.hypot(cut_sd, noise_cm) };
    return {
      name,
      basis: 'measured',
      aligned_to: 'chart',
      targets_cm,
      noise_cm,
      design_cm: design.ease_cm,
      extra_ease,
      measured_cm: measured,
    };
  }
  if (chart) return { name, basis: 'chart', aligned_to: 'chart', targets_cm: chart, noise_cm, design_cm: design.ease_cm };
  if (!measured) return null;
  const design_cm = name === 'length' ? typicalLength(garment.category, sizing) + design.ease_cm : design.ease_cm;
  const targets_cm = measured.map((cm) => cm - design_cm);
  return {
    name,
    basis: 'measured',
    aligned_to: 'cut',
    targets_cm,
    noise_cm: Math.hypot(noise_cm, cut_sd),
    design_cm,
    measured_cm: measured,
  };
}

function baseGirth(known: DimensionTargets[], garment: GarmentEvidence): DimensionTargets | null {
  const order: DimensionName[] = [kindOf(garment.category).main, 'chest', 'waist', 'hip'];
  const girths = order.flatMap((name) => known.filter((dimension) => dimension.name === name));
  return girths.find(({ aligned_to }) => aligned_to === 'chart') ?? girths[0] ?? null;
}

function imputedTargets(
  garment: GarmentEvidence,
  name: DimensionName,
  setting: Setting & { base: DimensionTargets | null },
): DimensionTargets {
  const { base, generic, sizing } = setting;
  const bodies = base ? base.targets_cm.map((cm) => bodyFrom({ name: base.name as Girth, cm }, sizing)) : generic;
  const main = base ? null : kindOf(garment.category).main;
  return {
    name,
    basis: 'imputed',
    aligned_to: base?.aligned_to ?? 'chart',
    targets_cm: bodies.map((body) => body[name]!),
    noise_cm: name === main ? chart_noise_cm[name] : imputed_noise_cm[name],
    design_cm: designEase(garment, name)!.ease_cm,
  };
}

function middleOf(size: SizeEvidence, name: DimensionName): number | null {
  const range = size.body_cm?.[name];
  return range ? possible((range[0] + range[1]) / 2) : null;
}

function possible(value: number | undefined): number | null {
  return isPossible(value) ? value : null;
}

/** Completes a column that some sizes lack by the usual steps from the nearest size that has it; null when none has. */
function fillGaps(column: (number | null)[], steps: number[]): number[] | null {
  const known = column.flatMap((value, i) => (value === null ? [] : [i]));
  if (known.length === 0) return null;
  return column.map((value, i) => {
    if (value !== null) return value;
    const near = known.reduce((best, j) => (Math.abs(j - i) < Math.abs(best - i) ? j : best));
    return column[near]! + steps[i]! - steps[near]!;
  });
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
