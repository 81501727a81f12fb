import type { BodyBuild } from '#contract/body-build.ts';
import type { BodyMeasurements } from '#contract/fit.ts';
import type { Site } from '#science/numerics/expectation-propagation.ts';
import { linearRow } from '#science/numerics/linear-row.ts';
import { tiltByInterval, tiltByReading } from '#science/numerics/tilted-moments.ts';
import type { Sizing } from './evidence.ts';
import { isPossible } from './is-possible.ts';
import { bodyIndex, type BodyPart } from './layout.ts';
import { regressionOf } from './population.ts';

type Instrument = { key: keyof BodyMeasurements; part: BodyPart; bias: number; sd: number };

/**
 * How people report. Height and weight: Connor Gorber et al., Obesity Reviews 2007 (height overstated about 1 cm, weight
 * understated about 1 kg). Tape: one person measuring alone at home, 1.5 to 2 cm at the girths (expert sd is about 1).
 */
const instruments: readonly Instrument[] = [
  { key: 'height_cm', part: 'height', bias: 0.8, sd: 2 },
  { key: 'weight_kg', part: 'weight', bias: -1, sd: 2.5 },
  { key: 'chest_cm', part: 'chest', bias: 0, sd: 1.8 },
  { key: 'waist_cm', part: 'waist', bias: 0, sd: 2 },
  { key: 'hip_cm', part: 'hip', bias: 0, sd: 1.8 },
  { key: 'neck_cm', part: 'neck', bias: 0, sd: 0.8 },
  { key: 'shoulder_cm', part: 'shoulders', bias: 0, sd: 1.5 },
  { key: 'arm_length_cm', part: 'sleeves', bias: 0, sd: 1.8 },
  { key: 'inside_leg_cm', part: 'inseam', bias: 0, sd: 2 },
];
/** Gives the error of a reported measure, cm. */
export function tapeErrorOf(key: keyof BodyMeasurements): number {
  return instruments.find((instrument) => instrument.key === key)!.sd;
}

/**
 * A third of the error's variance is steady, two thirds are slips (the wrong line, an old number) with their long tail;
 * together a fifth wider than the sources' sd, which are of careful people.
 * Not a mixture with a flat floor: that would let a far larger chest be dismissed and get a smaller size.
 */
const steady = 0.7;

/** Turns reported measurements into observations of the body. */
export function observeBody(body: BodyMeasurements): Site[] {
  return instruments.flatMap(({ key, part, bias, sd }) => {
    const said = body[key];
    if (!isPossible(said)) return [];
    const reading = { value: said - bias, sd: steady * sd, slip: steady * sd };
    return [{ row: linearRow([[bodyIndex(part), 1]]), tilt: (mean: number, variance: number) => tiltByReading(reading, mean, variance) }];
  });
}

/** "Average" covers the middle half of people of that height and weight; own judgement blurs it by as much as the truth varies. */
const average_half_width = 0.67;
const judgement_sd = 0.8;
const judgement_slip = 0.4;

/** Turns the shopper's own comparison with others of the same height and weight into observations. */
export function observeBuild(build: BodyBuild, sizing: Sizing): Site[] {
  const judged = [
    ['waist', build.belly],
    ['chest', build.chest],
    ['hip', build.hip],
  ] as const;
  return judged.flatMap(([part, level]) => {
    if (level == null) return [];
    const { constant, per_cm, per_kg, sd } = regressionOf(sizing, part);
    const edges = [-Infinity, -average_half_width * sd, average_half_width * sd, Infinity];
    const answer = {
      low: edges[level + 1]! + constant,
      high: edges[level + 2]! + constant,
      sd: judgement_sd * sd,
      slip: judgement_slip * sd,
    };
    const row = linearRow([
      [bodyIndex(part), 1],
      [bodyIndex('height'), -per_cm],
      [bodyIndex('weight'), -per_kg],
    ]);
    return [{ row, tilt: (mean: number, variance: number) => tiltByInterval(answer, mean, variance) }];
  });
}
