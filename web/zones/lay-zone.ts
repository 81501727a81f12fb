import type { FitZone } from '#contract/fit-zones.ts';
import { nearestMark } from '#web/design/lay-notches.ts';
import type { Units } from '#web/people/units.ts';

/** The two ends of a zone, in cm. */
export interface Range {
  low_cm: number;
  high_cm: number;
}

export interface Axis {
  min_cm: number;
  max_cm: number;
  ticks: { at: number; is_long: boolean }[];
}

const cm_per_in = 2.54;
/** One press of an arrow: half a centimetre, or a quarter inch; a tape is not read finer. */
export const steps_cm: Record<Units, number> = { cm: 0.5, in: cm_per_in / 4 };
/** Page keys move by as much as four arrows. */
export const page_steps = 4;
/** The server takes no narrower zone. */
export const width_cm_min = 1;
/** The axis reaches this many widths below and above the zone; a narrow zone still gets room. */
const reach = { below: 1.25, above: 1.75 };
const width_cm_reach = 5;
/** A garment smaller than this is none, whatever the axis would allow. */
const axis_cm_min = 10;
/** More ticks than this run into a grey line on a phone. */
const ticks_max = 24;

/**
 * Lays out the axis of a zone: around what we would say without the shopper's word, so that it stands still while a
 * zone is being moved, and wide enough for what they set.
 */
export function layAxis({ low_cm, high_cm, without_your_word }: Pick<FitZone, 'low_cm' | 'high_cm' | 'without_your_word'>): Axis {
  const base = without_your_word ?? { low_cm, high_cm };
  const width = Math.max(base.high_cm - base.low_cm, width_cm_reach);
  const own = Math.max(high_cm - low_cm, width_cm_reach) / 2;
  const from = Math.min(base.low_cm - reach.below * width, low_cm - own);
  const to = Math.max(base.high_cm + reach.above * width, high_cm + own);
  const [min_cm, max_cm] = [Math.max(axis_cm_min, Math.floor(from / 2) * 2), Math.ceil(to / 2) * 2];
  return { min_cm, max_cm, ticks: ticksOf(min_cm, max_cm) };
}

function ticksOf(min_cm: number, max_cm: number): Axis['ticks'] {
  const step = [1, 2, 5, 10].find((one) => (max_cm - min_cm) / one <= ticks_max) ?? 20;
  const first = Math.ceil(min_cm / step) * step;
  const count = Math.floor((max_cm - first) / step) + 1;
  return Array.from({ length: count }, (_, n) => ({ at: first + n * step, is_long: (first + n * step) % (step * 5) === 0 }));
}

/** Puts a measure on the nearest mark of the shopper's tape. */
export const snap = (cm: number, units: Units): number => nearestMark(cm, steps_cm[units]);

/** A zone of which one end was moved: the other goes to its nearest mark with it. */
export const onMarks = ({ low_cm, high_cm }: Range, units: Units): Range => ({
  low_cm: snap(low_cm, units),
  high_cm: snap(high_cm, units),
});
