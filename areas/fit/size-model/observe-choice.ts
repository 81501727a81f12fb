import { linearRow } from '#science/numerics/linear-row.ts';
import { tiltByInterval } from '#science/numerics/tilted-moments.ts';
import type { OverallRow } from './overall-row.ts';
import type { Unknowns } from './unknowns.ts';
import type { Doubtable } from './weigh-doubts.ts';
import type { Worn } from './worn-garments.ts';

/**
 * People try the size that they expect to fit best, in tolerances. Judgement, checked against one figure only: of 173,000
 * rented garments, mostly dresses, 74 % fitted (RentTheRunway; Misra, Wan, McAuley, RecSys 2018); we allow for more misses.
 * With half a step of letter sizes to either side it comes to the spread of 1 tolerance about the middle of the size; the
 * shopper's habit (`unknowns.ts`) is as much again.
 */
const choice_error = { sd: 0.45, slip: 0.32 };
/** A size that did not fit at all was a worse guess: counted in full, "too small" could pull a large person's advice down. */
const misfit_width = 1.5;
/** Of what went back without a word not even this is clear: why it was ordered, or whether it was put on. */
const returned_width = 6;

/**
 * Tells what it says that this size was tried at all, whatever came of it: of the sizes on its list it seemed the nearest.
 * The smallest and the largest are also taken by all who are beyond them, and a single size by everybody: that says nothing.
 */
export function observeChoice(worn: Worn, { row, shifts, error }: OverallRow, { habit_index }: Unknowns): Doubtable[] {
  const shift = shifts[worn.size_index]!;
  const larger = Math.min(...shifts.filter((other) => other > shift));
  const smaller = Math.max(...shifts.filter((other) => other < shift));
  if (larger === Infinity && smaller === -Infinity) return [];
  const width = choiceWidth(worn);
  const nearest = {
    low: -(shift + larger) / 2,
    high: -(shift + smaller) / 2,
    sd: Math.hypot(width * choice_error.sd, error),
    slip: width * choice_error.slip,
  };
  const terms = row.indices.map((index, k): [number, number] => [index, row.weights[k]!]);
  return [
    {
      row: linearRow([...terms, [habit_index, -1]]),
      tilt: (mean, variance) => tiltByInterval(nearest, mean, variance),
      log_if_wrong: -Math.log(shifts.length),
    },
  ];
}

function choiceWidth({ said: { overall }, would_keep }: Worn): number {
  if (overall === undefined) return would_keep === false ? returned_width : 1;
  return overall === 'too_small' || overall === 'too_large' ? misfit_width : 1;
}
