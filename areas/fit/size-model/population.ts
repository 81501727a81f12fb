import type { GaussianBelief } from '#science/numerics/gaussian-belief.ts';
import { dimensions } from '#contract/catalog.ts';
import type { Sizing } from './evidence.ts';
import { bodyIndex, type BodyPart, bodyParts, girth_share, shopper_size, tasteIndex } from './layout.ts';

type Regression = { mean: number; per_cm: number; per_kg: number; sd: number };
type Population = {
  height: { mean: number; sd: number };
  weight: { mean: number; per_cm: number; sd: number };
  /** Height and weight at which the means below hold. */
  centre: { height_cm: number; weight_kg: number };
  parts: Record<Exclude<BodyPart, 'height' | 'weight'>, Regression>;
};

/**
 * Adults. Height and weight: Health Survey for England 2019 (means and spread of the general public; armies are fitter).
 * Girths and lengths given height and weight: from the means, standard deviations and correlations of ANSUR II
 * (Gordon et al., NATICK/TR-15/007, 2014), by two-variable regression; residuals widened by a sixth, since civilians are
 * older and more varied. ANSUR's waist is at the navel; tailors' is the natural waist, smaller by 2 cm for men and 6.5 for
 * women (Heinz et al., J. Statistics Education 11(2), 2003: 84.5 cm at 78 kg, 69.8 cm at 61 kg, adults near 30).
 * `shoulders` is acromion to acromion over the back neck (ANSUR biacromial breadth times 1.09); `sleeves` is spine to
 * wrist; `inseam` is crotch height less 3 cm, since the trade measures to the ankle bone. Rounded to what matters.
 */
export const populations: Readonly<Record<Sizing, Population>> = {
  men: {
    height: { mean: 175.6, sd: 7.2 },
    weight: { mean: 85, per_cm: 0.9, sd: 14 },
    centre: { height_cm: 175.6, weight_kg: 85.5 },
    parts: {
      chest: { mean: 105.5, per_cm: -0.39, per_kg: 0.64, sd: 3.8 },
      waist: { mean: 92, per_cm: -0.5, per_kg: 0.82, sd: 5 },
      hip: { mean: 102, per_cm: -0.12, per_kg: 0.53, sd: 3.2 },
      neck: { mean: 39.8, per_cm: -0.07, per_kg: 0.15, sd: 1.6 },
      shoulders: { mean: 45.3, per_cm: 0.08, per_kg: 0.06, sd: 1.7 },
      sleeves: { mean: 87.4, per_cm: 0.43, per_kg: 0.03, sd: 2.5 },
      inseam: { mean: 81, per_cm: 0.6, per_kg: -0.02, sd: 2.5 },
    },
  },
  women: {
    height: { mean: 162.4, sd: 6.7 },
    weight: { mean: 71.5, per_cm: 0.7, sd: 14 },
    centre: { height_cm: 162.9, weight_kg: 67.8 },
    parts: {
      chest: { mean: 94.7, per_cm: -0.36, per_kg: 0.75, sd: 4.6 },
      waist: { mean: 79.5, per_cm: -0.48, per_kg: 0.9, sd: 5 },
      hip: { mean: 102.1, per_cm: -0.17, per_kg: 0.68, sd: 3.3 },
      neck: { mean: 33, per_cm: -0.05, per_kg: 0.13, sd: 1.4 },
      shoulders: { mean: 39.8, per_cm: 0.09, per_kg: 0.06, sd: 1.6 },
      sleeves: { mean: 79, per_cm: 0.45, per_kg: 0.02, sd: 2.5 },
      inseam: { mean: 75.5, per_cm: 0.6, per_kg: -0.02, sd: 2.5 },
    },
  },
};

/** Correlations of what height and weight leave open (ANSUR II, rounded); pairs not named are near zero. */
const residual_correlations: readonly (readonly [BodyPart, BodyPart, number])[] = [
  ['chest', 'waist', 0.15],
  ['waist', 'hip', 0.1],
  ['chest', 'neck', 0.15],
  ['chest', 'shoulders', 0.2],
  ['shoulders', 'sleeves', 0.25],
  ['sleeves', 'inseam', 0.3],
];

/** Centimetres a year at the same height and weight, counted from 40 (NHANES 2015-2018 waist by age band and BMI). */
const ageing_per_year: Partial<Record<BodyPart, number>> = { waist: 0.12, chest: 0.03, hip: -0.05 };
const age_centre = 40;

/** People differ by about 2 cm in the ease they like at a girth (menswear fit trials: preferred chest ease 5.2 to 8.3 cm). */
const taste_sd: Readonly<Record<(typeof dimensions)[number], number>> = {
  chest: 2,
  waist: 1.8,
  hip: 2,
  neck: 0.7,
  shoulders: 1,
  sleeves: 1.5,
  length: 2.5,
  inseam: 1.8,
};
/** Who likes room at the chest likes it elsewhere too. */
const taste_correlation = 0.5;

/** How unknowns beyond the shopper vary together: row-major [size x size]. */
type Extra = { size: number; covariance: Float64Array };

/** Builds what is believed of a wearer before any evidence: [body parts, tastes], then `extra` unknowns about garments, with means of zero. */
export function populationBelief(sizing: Sizing, age: number | null, extra: Extra): GaussianBelief {
  const size = shopper_size + extra.size;
  const belief = { size, mean: new Float64Array(size), covariance: new Float64Array(size * size) };
  fillBody(belief, populations[sizing], age);
  fillTastes(belief);
  for (let i = 0; i < extra.size; i++) {
    const row = extra.covariance.subarray(i * extra.size, (i + 1) * extra.size);
    belief.covariance.set(row, (shopper_size + i) * size + shopper_size);
  }
  return belief;
}

/** Predicts a body part from height and weight alone: constant + per_cm height + per_kg weight, and the spread left. */
export function regressionOf(sizing: Sizing, part: Exclude<BodyPart, 'height' | 'weight'>): { constant: number } & Regression {
  const { centre, parts } = populations[sizing];
  const regression = parts[part];
  return { ...regression, constant: regression.mean - regression.per_cm * centre.height_cm - regression.per_kg * centre.weight_kg };
}

function fillBody(belief: GaussianBelief, population: Population, age: number | null): void {
  const { height, weight } = population;
  const loadings = bodyParts.map((part): [tall: number, heavy: number] => {
    if (part === 'height') return [height.sd, 0];
    if (part === 'weight') return [weight.per_cm * height.sd, weight.sd];
    const { per_cm, per_kg } = population.parts[part];
    return [(per_cm + per_kg * weight.per_cm) * height.sd, per_kg * weight.sd];
  });
  for (const [row, part] of bodyParts.entries()) {
    belief.mean[row] = part === 'height' ? height.mean : part === 'weight' ? weight.mean : partMean(population, part, age);
    for (let column = 0; column < bodyParts.length; column++) {
      const shared = loadings[row]![0] * loadings[column]![0] + loadings[row]![1] * loadings[column]![1];
      belief.covariance[row * belief.size + column] = shared;
    }
    if (part !== 'height' && part !== 'weight') belief.covariance[row * (belief.size + 1)]! += population.parts[part].sd ** 2;
  }
  for (const [one, other, correlation] of residual_correlations) addPair(belief, population, { one, other, correlation });
}

function partMean({ parts, height, weight, centre }: Population, part: Exclude<BodyPart, 'height' | 'weight'>, age: number | null): number {
  const { mean, per_cm, per_kg } = parts[part];
  const older = age === null ? 0 : (ageing_per_year[part] ?? 0) * (Math.min(age, 80) - age_centre);
  return mean + per_cm * (height.mean - centre.height_cm) + per_kg * (weight.mean - centre.weight_kg) + older;
}

function addPair(belief: GaussianBelief, population: Population, pair: { one: BodyPart; other: BodyPart; correlation: number }): void {
  const parts = population.parts as Record<string, Regression>;
  const shared = pair.correlation * parts[pair.one]!.sd * parts[pair.other]!.sd;
  const [i, j] = [bodyIndex(pair.one), bodyIndex(pair.other)];
  belief.covariance[i * belief.size + j]! += shared;
  belief.covariance[j * belief.size + i]! += shared;
}

function fillTastes(belief: GaussianBelief): void {
  for (const one of dimensions) {
    for (const other of dimensions) {
      const correlation =
        one === other ? 1 : taste_correlation * Math.min(1, girth_share[one] + 0.3) * Math.min(1, girth_share[other] + 0.3);
      belief.covariance[tasteIndex(one) * belief.size + tasteIndex(other)] = correlation * taste_sd[one] * taste_sd[other];
    }
  }
}
