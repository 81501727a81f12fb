/**
 * Measures how well outcomes of sizes are foretold, on real rentals (RecSys 2018, see the data's own source).
 *   node bench/fit.ts --train T.csv.gz [--test U.csv.gz] [--seed N] [--seeds 5]
 * Without --test: dealt at random 80/10/10 for several seeds, and once by time. Prints tables; the last line is JSON.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { meanOf, printResults, summarise } from './fit/print-results.ts';
import { readRentals, type Rental } from './fit/read-rentals.ts';
import { runSplit, type SplitResult } from './fit/run-split.ts';
import { splitAtRandom, splitByTime } from './fit/split-rentals.ts';

const { values } = parseArgs({
  options: {
    train: { type: 'string' },
    test: { type: 'string' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '5' },
  },
});
const seed = Number(values.seed);

if (!values.train || !existsSync(values.train)) {
  console.log(
    'Give --train FILE.csv.gz: the RentTheRunway rentals of Misra, Wan and McAuley (RecSys 2018), one rental a line. Nothing was measured.',
  );
} else if (values.test)
  report([runSplit({ train: readRentals(values.train), test: readRentals(values.test) }, seed)], 'Given test rentals', null);
else measureSplits(readRentals(values.train));

function measureSplits(rentals: Rental[]): void {
  const random = Array.from({ length: Number(values.seeds) }, (_, i) => {
    const result = runSplit(splitAtRandom(rentals, seed + i), seed + i);
    console.log(
      `seed ${seed + i}: mean AUC ${result.figures.mean_auc.toFixed(4)}, log loss ${result.figures.log_loss.toFixed(4)}, ${result.train_s.toFixed(1)} s`,
    );
    return result;
  });
  const temporal = runSplit(splitByTime(rentals), seed);
  printResults('The newest tenth, foretold from what came before', [temporal]);
  report(random, `Random 80/10/10 by rental, ${random.length} seeds`, temporal.figures.mean_auc);
}

function report(results: SplitResult[], title: string, temporal_mean_auc: number | null): void {
  printResults(title, results);
  const { mean } = summarise(results);
  const costs = {
    train_s: meanOf(results.map(({ train_s }) => train_s)),
    predict_us: meanOf(results.map(({ predict_us }) => predict_us)),
    rss_mb: Math.max(...results.map(({ rss_mb }) => rss_mb)),
  };
  console.log(JSON.stringify({ ...mean, temporal_mean_auc, ...costs }));
}
