import type { FitZone } from '#contract/fit-zones.ts';
import type { Units } from '#web/people/units.ts';

/** The two ends of a zone, in cm. */
export interface Range {
  low_cm: number;
  high_cm: number;
}
export type End = keyof Range;

export interface Axis {
  min_cm: number;
  max_cm: number;
  ticks: { cm: number; is_long: boolean }[];
}

const cm_per_in = 2.54;
/** One press of an arrow: half a centimetre, or a quarter inch; a tape is not read finer. */
const steps_cm: Record<Units, number> = { cm: 0.5, in: cm_per_in / 4 };
/** Page keys move by as much as four arrows. */
export const big_step = 4;
/** The server takes no narrower zone. */
const width_cm_min = 1;
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
  return Array.from({ length: count }, (_, n) => ({ cm: first + n * step, is_long: (first + n * step) % (step * 5) === 0 }));
}

/** Where a measure stands on the axis, 0 to 1. */
export const placeOf = (cm: number, { min_cm, max_cm }: Axis): number => Math.min(1, Math.max(0, (cm - min_cm) / (max_cm - min_cm)));

/** The measure that stands at a place of the axis. */
export const measureAt = (place: number, { min_cm, max_cm }: Axis): number => min_cm + Math.min(1, Math.max(0, place)) * (max_cm - min_cm);

/** Puts a measure on the nearest mark of the shopper's tape. */
export function snap(cm: number, units: Units): number {
  const step = steps_cm[units];
  return Math.round(Math.round(cm / step) * step * 100) / 100;
}

/** The first and last measure that an end may have: it stays on the axis and never meets the other end. */
export function boundsOf(end: End, range: Range, axis: Axis, units: Units): { min: number; max: number } {
  const step = steps_cm[units];
  const gap = Math.ceil(width_cm_min / step - 1e-9) * step;
  return end === 'low_cm'
    ? { min: snap(axis.min_cm, units), max: snap(range.high_cm - gap, units) }
    : { min: snap(range.low_cm + gap, units), max: snap(axis.max_cm, units) };
}

/** Moves one end of a zone to a measure, on the tape's marks and within its bounds. The other end goes to its nearest mark. */
export function moveEnd(range: Range, end: End, to_cm: number, { axis, units }: { axis: Axis; units: Units }): Range {
  const snapped = { low_cm: snap(range.low_cm, units), high_cm: snap(range.high_cm, units) };
  const { min, max } = boundsOf(end, snapped, axis, units);
  return { ...snapped, [end]: Math.min(max, Math.max(min, snap(to_cm, units))) };
}

/** Says where a key takes an end; null for keys that mean nothing here. `is_rtl`: the axis runs from right to left. */
export function keyTarget(
  key: string,
  cm: number,
  { min, max, units, is_rtl }: { min: number; max: number; units: Units; is_rtl: boolean },
): number | null {
  const step = steps_cm[units];
  const forward = is_rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = is_rtl ? 'ArrowRight' : 'ArrowLeft';
  const targets: Record<string, number> = {
    [forward]: cm + step,
    ArrowUp: cm + step,
    [back]: cm - step,
    ArrowDown: cm - step,
    PageUp: cm + big_step * step,
    PageDown: cm - big_step * step,
    Home: min,
    End: max,
  };
  return targets[key] ?? null;
}
