import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rocArea } from '#science/numerics/roc-area.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { layOutEffects } from './effect-layout.ts';
import { learnEffects } from './effect-model.ts';
import { effectTerms } from './effect-terms.ts';
import { dealFolds, describeTrials, outOfFoldFeatures, type TrialTable } from './out-of-fold.ts';
import { makeTrials, sample_schema } from './sample-trials.ts';
import { featureNames } from './trial-features.ts';
import { collectWords, layOutTrials } from './trials.ts';

const count = 3000;
const random = seededRandom(21);
/** Outcomes dealt at random: whatever foretells them has looked at them. */
const trials = makeTrials(count, 4).trials.map((trial) => ({ ...trial, outcome: Math.floor(random() * 3) }));
const vocabulary = collectWords(trials, sample_schema);
const columns = layOutTrials(trials, sample_schema, vocabulary);
const table: TrialTable = {
  columns,
  layout: layOutEffects(effectTerms(sample_schema), columns, vocabulary),
  shoppers: Int32Array.from(trials, ({ shopper }) => Number(shopper.split(' ')[1])),
};
const all = Int32Array.from(trials.keys());
const [train, asked] = [all.subarray(0, count / 2), all.subarray(count / 2)];

/** How far any single feature of the trials asked foretells "small", described by what `known` teaches: 0 is not at all, 0.5 fully. */
function foretold(known: Int32Array): number {
  const features = featureNames(table.layout, sample_schema).map(() => new Float64Array(count));
  const effects = learnEffects(table.layout, columns, { shoppers: table.shoppers, rows: known });
  describeTrials(table, { effects, known, asked }, features);
  const areas = features.map((column) => {
    const scores = Float64Array.from(asked, (row) => (Number.isNaN(column[row]!) ? 0 : column[row]!));
    return rocArea(scores, (i) => columns.outcome[asked[i]!] === 0);
  });
  return Math.max(...areas.map((area) => Math.abs(area - 0.5)));
}

describe('leaks', () => {
  test('outcomes dealt at random cannot be foretold from other trials; let into what is learned, they give themselves away', () => {
    const [honest, leaking] = [foretold(train), foretold(all)];
    assert.ok(honest < 0.08, `noise was foretold: ${honest}`);
    assert.ok(leaking > 0.2, `the planted leak was not seen: ${leaking}`);
  });

  test('no feature out of fold says more of noise than chance', () => {
    const features = outOfFoldFeatures(table, dealFolds(count, 1), sample_schema);
    for (const column of features) {
      const scores = column.map((value) => (Number.isNaN(value) ? 0 : value));
      const area = rocArea(scores, (row) => columns.outcome[row] === 0);
      assert.ok(Math.abs(area - 0.5) < 0.1, `noise was foretold with an area of ${area}`);
    }
  });
});
