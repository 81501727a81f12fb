import { likeliest, measureClassification } from '#science/numerics/classification-figures.ts';
import { measureReliability } from '#science/numerics/reliability.ts';
import type { SplitResult } from './run-split.ts';

/** Mean one-against-rest area of RecSys 2018, table 3, random 80/10/10; and gradient boosting with out-of-fold rates, on another tenth. */
const published = [
  ['1-LV-LR', 0.61],
  ['K-LF-LR', 0.672],
  ['K-LV-LR', 0.676],
  ['K-LV-ML', 0.681],
  ['K-LF-ML', 0.719],
  ['gradient boosting, out-of-fold rates', 0.7746],
] as const;
const figure_names = [
  'mean_auc',
  'auc_small',
  'auc_fit',
  'auc_large',
  'accuracy',
  'balanced_accuracy',
  'macro_f1',
  'log_loss',
  'ece',
] as const;

export type Summary = Record<(typeof figure_names)[number], number>;

/** Averages the figures over runs. */
export function summarise(results: readonly SplitResult[]): { mean: Summary; sd: Summary } {
  const rows = results.map(({ figures }) => {
    const [auc_small, auc_fit, auc_large] = figures.auc;
    return { ...figures, auc_small: auc_small!, auc_fit: auc_fit!, auc_large: auc_large! };
  });
  const over = (measure: (values: number[]) => number) =>
    Object.fromEntries(figure_names.map((name) => [name, measure(rows.map((row) => row[name]))])) as Summary;
  return { mean: over(meanOf), sd: over(deviationOf) };
}

/** Prints figures beside the published ones, reliability, and how good it is for each group. */
export function printResults(title: string, results: readonly SplitResult[]): void {
  const { mean, sd } = summarise(results);
  console.log(`\n${title}`);
  for (const [name, area] of published) console.log(`  ${name.padEnd(40)} mean AUC ${area.toFixed(4)}`);
  console.log(`  ${'Toile'.padEnd(40)} mean AUC ${mean.mean_auc.toFixed(4)}${results.length > 1 ? ` (sd ${sd.mean_auc.toFixed(4)})` : ''}`);
  console.log(`  ${figure_names.map((name) => `${name} ${mean[name].toFixed(4)}`).join(' | ')}`);
  printReliability(results[0]!);
  for (const [group, labels] of Object.entries(results[0]!.groups)) printGroup(group, labels, results[0]!);
}

function printReliability({ classified }: SplitResult): void {
  console.log('  likeliest outcome: promised | kept | rentals');
  for (const { promised, kept, count } of measureReliability(likeliest(classified)))
    console.log(`    ${promised.toFixed(3)} | ${kept.toFixed(3)} | ${count}`);
}

function printGroup(group: string, labels: readonly string[], { classified }: SplitResult): void {
  const { probabilities, classes_of, classes } = classified;
  const rows_of = Map.groupBy(labels.keys(), (row) => labels[row]!);
  for (const [label, rows] of [...rows_of].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
    const { mean_auc, accuracy, log_loss, ece } = measureClassification({
      probabilities: Float64Array.from(rows.flatMap((row) => [...probabilities.subarray(row * classes, (row + 1) * classes)])),
      classes_of: Uint8Array.from(rows, (row) => classes_of[row]!),
      classes,
    });
    const figures = `mean AUC ${mean_auc.toFixed(3)}, accuracy ${accuracy.toFixed(3)}, log loss ${log_loss.toFixed(3)}, ECE ${ece.toFixed(3)}`;
    console.log(`  ${`${group} ${label}`.padEnd(40)} ${String(rows.length).padStart(6)} rows: ${figures}`);
  }
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.length < 2 ? 0 : Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
