/**
 * Measures size advice on simulated cases with known answers.
 *   node bench/size.ts --cases FILE.jsonl.gz [--out PREDICTIONS.jsonl] [--limit N]
 * Prints a table per group; the last line is JSON.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { predict } from './size/prediction.ts';
import { readCases } from './size/read-cases.ts';
import { type Figures, type Judged, scorePredictions } from './size/score-predictions.ts';
import type { SizeCase } from './size/size-case.ts';
import { timeFeedback } from './size/time-feedback.ts';

const { values } = parseArgs({ options: { cases: { type: 'string' }, out: { type: 'string' }, limit: { type: 'string' } } });

try {
  if (!values.cases) throw new Error('Give --cases FILE.jsonl.gz.');
  report(readCases(values.cases).slice(0, Number(values.limit ?? Infinity)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function report(cases: SizeCase[]): void {
  // The first advices compile the model.
  for (const one of cases.slice(0, 200)) predict(one);
  const predicted = cases.map((one) => ({ one, ...predict(one) }));
  if (values.out) writeFileSync(values.out, predicted.map(({ prediction }) => `${JSON.stringify(prediction)}\n`).join(''));
  const groups = Object.groupBy(predicted, ({ one }) => one.group);
  const by_group = Object.fromEntries(Object.entries(groups).map(([group, judged]) => [group, scorePredictions(judged as Judged[])]));
  const overall = scorePredictions(predicted);
  for (const [group, figures] of [...Object.entries(by_group), ['overall', overall] as const]) printRow(group, figures);
  const times_us = predicted.map(({ took_us }) => took_us).toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(times_us[Math.floor(share * (times_us.length - 1))] ?? NaN);
  console.log(`us per case: median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`);
  const us_per_case = Math.round(times_us.reduce((sum, time) => sum + time, 0) / times_us.length);
  const feedback_us = timeFeedback(cases);
  console.log(`us until one more feedback moved the posterior: median ${feedback_us.p50}, p95 ${feedback_us.p95}`);
  console.log(JSON.stringify({ ...overall, by_group, us_per_case, feedback_us }));
}

function printRow(group: string, figures: Figures): void {
  const cells = Object.entries(figures).map(([name, value]) => `${name} ${value === null ? '-' : value.toFixed(3)}`);
  console.log(`${group.padEnd(24)} ${cells.join('  ')}`);
}
