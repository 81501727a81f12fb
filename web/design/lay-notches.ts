/** What a seam with notches measures: its ends, its marks, and how close two notches may come. All in the unit of the values. */
export interface NotchScale {
  min: number;
  max: number;
  step: number;
  min_gap: number;
}

/** Marks are met within this part of a step: sums of steps like a quarter inch are not exact. */
const slack = 0.01;

/** Where a value stands on the seam, 0 to 1. */
export const placeOf = (value: number, { min, max }: Pick<NotchScale, 'min' | 'max'>): number =>
  Math.min(1, Math.max(0, (value - min) / (max - min)));

/** The value that stands at a place of the seam. */
export const valueAt = (place: number, { min, max }: Pick<NotchScale, 'min' | 'max'>): number =>
  min + Math.min(1, Math.max(0, place)) * (max - min);

/** The nearest mark: marks are whole steps from nought, as on a tape, wherever the seam begins. */
export const nearestMark = (value: number, step: number): number => tidy(Math.round(value / step) * step);

/** The first and last value that a notch may have: on the seam, on a mark, and never meeting its neighbour. */
export function boundsOf(index: number, values: readonly number[], { min, max, step, min_gap }: NotchScale): { min: number; max: number } {
  const [before, after] = [values[index - 1], values[index + 1]];
  return {
    min: before === undefined ? nearestMark(min, step) : tidy(Math.ceil((before + min_gap) / step - slack) * step),
    max: after === undefined ? nearestMark(max, step) : tidy(Math.floor((after - min_gap) / step + slack) * step),
  };
}

/** Moves one notch to the mark nearest to a value, within its bounds; the others stay. */
export function moveNotch(values: readonly number[], index: number, to: number, scale: NotchScale): number[] {
  const { min, max } = boundsOf(index, values, scale);
  return values.with(index, Math.min(max, Math.max(min, nearestMark(to, scale.step))));
}

/** The notch that a touch of the seam means: the nearer one. */
export function nearestNotch(values: readonly number[], value: number): number {
  const far = values.map((one) => Math.abs(one - value));
  return far.indexOf(Math.min(...far));
}

interface KeyReach {
  min: number;
  max: number;
  step: number;
  /** Of the page keys, in steps. */
  page_steps: number;
  /** The seam runs from right to left. */
  is_rtl: boolean;
}

/** Says where a key takes a notch; null for keys that mean nothing here. */
export function keyTarget(key: string, value: number, { min, max, step, page_steps, is_rtl }: KeyReach): number | null {
  const forward = is_rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = is_rtl ? 'ArrowRight' : 'ArrowLeft';
  const targets: Record<string, number> = {
    [forward]: value + step,
    ArrowUp: value + step,
    [back]: value - step,
    ArrowDown: value - step,
    PageUp: value + page_steps * step,
    PageDown: value - page_steps * step,
    Home: min,
    End: max,
  };
  return targets[key] ?? null;
}

/** Two decimals are finer than any mark, and hide what binary fractions leave over. */
const tidy = (value: number): number => Math.round(value * 100) / 100;
