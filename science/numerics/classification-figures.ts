import { rocArea } from './roc-area.ts';
import { measureReliability, reliabilityError } from './reliability.ts';

/** `probabilities`: [rows x classes], row-major, each row adding up to one. `classes_of`: [rows]. */
export type Classified = { probabilities: Float64Array; classes_of: Uint8Array; classes: number };
export type ClassificationFigures = {
  /** One against the rest, by class; NaN for a class that does not occur. */
  auc: number[];
  mean_auc: number;
  accuracy: number;
  /** Mean over classes of the share found. */
  balanced_accuracy: number;
  macro_f1: number;
  /** Natural logarithm. */
  log_loss: number;
  /** Of the likeliest class, over ten bins. */
  ece: number;
};

const probability_min = 1e-12;

/** Measures predicted probabilities against what came of it. NaN throughout for no rows. */
export function measureClassification(classified: Classified): ClassificationFigures {
  const { probabilities, classes_of, classes } = classified;
  const auc = Array.from({ length: classes }, (_, k) =>
    rocArea(
      Float64Array.from(classes_of, (__, row) => probabilities[row * classes + k]!),
      (row) => classes_of[row] === k,
    ),
  );
  const counts = confusionOf(classified);
  const ofClass = (k: number) => ({
    hits: counts[k * classes + k]!,
    real: sumOf(classes, (j) => counts[k * classes + j]!),
    said: sumOf(classes, (j) => counts[j * classes + k]!),
  });
  const by_class = Array.from({ length: classes }, (_, k) => ofClass(k)).filter(({ real }) => real > 0);
  const rows = classes_of.length;
  return {
    auc,
    mean_auc: mean(auc.filter((area) => !Number.isNaN(area))),
    accuracy: by_class.reduce((sum, { hits }) => sum + hits, 0) / rows,
    balanced_accuracy: mean(by_class.map(({ hits, real }) => hits / real)),
    macro_f1: mean(by_class.map(({ hits, real, said }) => (2 * hits) / (real + said))),
    log_loss: sumOf(rows, (row) => -Math.log(Math.max(probabilities[row * classes + classes_of[row]!]!, probability_min))) / rows,
    ece: reliabilityError(measureReliability(likeliest(classified))),
  };
}

/** Gives, for each row, the probability of its likeliest class and whether that is what came. */
export function likeliest({ probabilities, classes_of, classes }: Classified): { p: number; is_hit: boolean }[] {
  return Array.from(classes_of, (real, row) => {
    const own = probabilities.subarray(row * classes, (row + 1) * classes);
    const top = own.indexOf(Math.max(...own));
    return { p: own[top]!, is_hit: top === real };
  });
}

/** [real x said] counts of the likeliest class. */
function confusionOf({ probabilities, classes_of, classes }: Classified): Float64Array {
  const counts = new Float64Array(classes * classes);
  classes_of.forEach((real, row) => {
    const own = probabilities.subarray(row * classes, (row + 1) * classes);
    counts[real * classes + own.indexOf(Math.max(...own))]!++;
  });
  return counts;
}

function sumOf(count: number, at: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += at(i);
  return sum;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
