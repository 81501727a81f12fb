import { ridgeRegression } from '#science/numerics/ridge-regression.ts';
import { fit_outcome, fixed_words, type TrialColumns } from './trials.ts';

/** Which size value usually fits a body as it is told: a regression on the numbers, their squares and products, and the words. */
export type WearerSize = {
  centres: Float64Array;
  scales: Float64Array;
  word_counts: number[];
  coefficients: Float64Array;
  size_centre: number;
  size_scale: number;
};

/** As if each coefficient had been seen as zero in so many trials. */
const penalty = 10;
/** Words beyond these few hold too few trials to speak of a size. */
const words_max = 12;

/** Learns from the trials that fitted among `rows`. */
export function learnWearerSize(columns: TrialColumns, rows: Int32Array): WearerSize {
  const fitted = rows.filter((row) => columns.outcome[row] === fit_outcome);
  const learn_from = fitted.length > 0 ? fitted : rows;
  const scaled = columns.numbers.map((column) => spreadOf(column, rows));
  const size = spreadOf(columns.size_value, rows);
  if (size.scale === Infinity) size.scale = 1;
  const draft: WearerSize = {
    centres: Float64Array.from(scaled, ({ centre }) => centre),
    scales: Float64Array.from(scaled, ({ scale }) => scale),
    word_counts: columns.words
      .slice(fixed_words.length)
      .map((codes) => Math.min(words_max, 1 + codes.reduce((top, code) => Math.max(top, code), -1))),
    coefficients: new Float64Array(0),
    size_centre: size.centre,
    size_scale: size.scale,
  };
  const width = termsOf(draft, columns, 0).length;
  const samples = function* () {
    for (const row of learn_from) yield { features: termsOf(draft, columns, row), target: columns.size_value[row]! - size.centre };
  };
  return { ...draft, coefficients: ridgeRegression(samples(), width, penalty) };
}

/** Gives the size value that the body of a trial usually takes. */
export function wearerSizeOf(model: WearerSize, columns: TrialColumns, row: number): number {
  const terms = termsOf(model, columns, row);
  let size = model.size_centre;
  for (let i = 0; i < terms.length; i++) size += terms[i]! * model.coefficients[i]!;
  return size;
}

/** Nobody is further from the mean than this, in spreads, as far as slopes were learned. */
const far = 4;
export const bounded = (spreads: number): number => Math.max(-far, Math.min(far, spreads));

/** Puts a number of a trial on the scale of all: 0 for the mean, for the unknown, and for what was never seen to differ. */
export function scaledNumber(model: WearerSize, columns: TrialColumns, at: { number: number; row: number }): number {
  const value = columns.numbers[at.number]![at.row]!;
  return Number.isNaN(value) ? 0 : bounded((value - model.centres[at.number]!) / model.scales[at.number]!);
}

/** A number that is missing says by its absence alone that the others must carry more. */
function termsOf(model: WearerSize, columns: TrialColumns, row: number): Float64Array {
  const count = model.centres.length;
  const words = model.word_counts.reduce((sum, each) => sum + each, 0);
  const terms = new Float64Array(1 + 2 * count + (count * (count + 1)) / 2 + count * count + words);
  let next = 0;
  terms[next++] = 1;
  const numbers = Array.from({ length: count }, (_, number) => scaledNumber(model, columns, { number, row }));
  for (let i = 0; i < count; i++) {
    const is_missing = Number.isNaN(columns.numbers[i]![row]!);
    terms[next++] = numbers[i]!;
    terms[next++] = is_missing ? 1 : 0;
    for (let j = 0; j <= i; j++) terms[next++] = numbers[i]! * numbers[j]!;
    for (let j = 0; j < count; j++) terms[next++] = is_missing ? numbers[j]! : 0;
  }
  model.word_counts.forEach((each, w) => {
    const code = columns.words[fixed_words.length + w]![row]!;
    if (code >= 0 && code < each) terms[next + code] = 1;
    next += each;
  });
  return terms;
}

function spreadOf(column: Float64Array, rows: Int32Array): { centre: number; scale: number } {
  let [count, sum, squares] = [0, 0, 0];
  for (const row of rows) {
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    squares += value * value;
  }
  // Of a number that never differed no slope can be learned, and one that is made up would turn the first who tells it into a giant.
  if (count === 0) return { centre: 0, scale: Infinity };
  const centre = sum / count;
  const variance = squares / count - centre * centre;
  return { centre, scale: variance > 1e-9 ? Math.sqrt(variance) : Infinity };
}
