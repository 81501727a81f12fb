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
const by_history = [
  ['0', (own: number) => own === 0],
  ['1', (own: number) => own === 1],
  ['2-4', (own: number) => own >= 2 && own <= 4],
  ['5+', (own: number) => own >= 5],
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

/** Prints figures beside the published ones, reliability, and how much a shopper's history helps. */
export function printResults(title: string, results: readonly SplitResult[]): void {
  const { mean, sd } = summarise(results);
  console.log(`\n${title}`);
  for (const [name, area] of published) console.log(`  ${name.padEnd(40)} mean AUC ${area.toFixed(4)}`);
  console.log(`  ${'Toile'.padEnd(40)} mean AUC ${mean.mean_auc.toFixed(4)}${results.length > 1 ? ` (sd ${sd.mean_auc.toFixed(4)})` : ''}`);
  console.log(`  ${figure_names.map((name) => `${name} ${mean[name].toFixed(4)}`).join(' | ')}`);
  printReliability(results[0]!);
  for (const [name, isIn] of by_history) printHistory(name, results[0]!, isIn);
}

function printReliability({ classified }: SplitResult): void {
  console.log('  likeliest outcome: promised | kept | rentals');
  for (const { promised, kept, count } of measureReliability(likeliest(classified)))
    console.log(`    ${promised.toFixed(3)} | ${kept.toFixed(3)} | ${count}`);
}

function printHistory(name: string, { classified, own_counts }: SplitResult, isIn: (own: number) => boolean): void {
  const { probabilities, classes_of, classes } = classified;
  const rows = own_counts.flatMap((own, row) => (isIn(own) ? [row] : []));
  const { mean_auc, log_loss } = measureClassification({
    probabilities: Float64Array.from(rows.flatMap((row) => [...probabilities.subarray(row * classes, (row + 1) * classes)])),
    classes_of: Uint8Array.from(rows, (row) => classes_of[row]!),
    classes,
  });
  console.log(
    `  own rentals known ${name.padEnd(4)} ${String(rows.length).padStart(6)} rows: mean AUC ${mean_auc.toFixed(4)}, log loss ${log_loss.toFixed(4)}`,
  );
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.length < 2 ? 0 : Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
