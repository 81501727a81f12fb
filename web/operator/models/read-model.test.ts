import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LearnedModel, ModelFigures, ModelVersion } from '#contract/models.ts';
import { layReliability } from './lay-reliability.ts';
import { layTrend } from './lay-trend.ts';
import { judgeGain, versionBefore, versionInUse } from './read-model.ts';

const figures: ModelFigures = {
  trial_count: 400,
  held_out_count: 100,
  log_loss: 0.6,
  baseline_log_loss: 0.65,
  mean_auc: 0.77,
  accuracy: 0.7,
  macro_f1: 0.5,
  ece: 0.02,
  drift: 0.1,
  reliability: [],
  by_group: [],
};
const day = (n: number): string => new Date(Date.UTC(2026, 0, n)).toISOString();
const at = (version: number, state: ModelVersion['state'], more: Partial<ModelVersion> = {}): ModelVersion => ({
  version,
  state,
  refused_because: null,
  figures,
  size_bytes: 1,
  trained_at: day(version),
  promoted_at: null,
  ...more,
});
const modelOf = (promoted_version: number | null, ...versions: ModelVersion[]): LearnedModel => ({
  name: 'size',
  promoted_version,
  versions,
});

test('"go back" names what was in use last before, and neither what was never in use nor what was gone back from', () => {
  const model = modelOf(
    5,
    at(5, 'promoted', { promoted_at: day(9) }),
    at(4, 'retired'),
    at(3, 'refused', { refused_because: 'worse' }),
    at(2, 'retired', { promoted_at: day(4) }),
    at(1, 'retired', { promoted_at: day(6) }),
  );
  assert.deepEqual([versionInUse(model)?.version, versionBefore(model)?.version], [5, 1]);
});

test('"go back" from the first leads to the priors, and so it does when nothing is in use', () => {
  assert.equal(versionBefore(modelOf(1, at(1, 'promoted', { promoted_at: day(2) }))), undefined);
  assert.equal(versionBefore(modelOf(null, at(1, 'retired', { promoted_at: day(2) }))), undefined);
});

test('two log losses that differ by a hair are the same; a baseline of zero is no division by it', () => {
  assert.equal(judgeGain(figures), 'better');
  assert.equal(judgeGain({ ...figures, log_loss: 0.7 }), 'worse');
  assert.equal(judgeGain({ ...figures, log_loss: 0.6499 }), 'same');
  assert.equal(judgeGain({ ...figures, baseline_log_loss: 0 }), 'same');
});

const place = { width: 100, height: 40, margin: 5 };

test('a trend goes from the oldest to the newest, the higher the larger, inside its margins', () => {
  const versions = [
    at(3, 'candidate'),
    at(1, 'retired', { figures: { ...figures, accuracy: 0.5 } }),
    at(2, 'retired', { figures: { ...figures, accuracy: 0.6 } }),
  ];
  const { points, line } = layTrend(versions, 'accuracy', place);
  assert.deepEqual(
    points.map(({ version, x, y }) => [version, x, y]),
    [
      [1, 5, 35],
      [2, 50, 20],
      [3, 95, 5],
    ],
  );
  assert.equal(line, 'M5 35L50 20L95 5');
});

test('one version stands in the middle, and so do values that are all alike', () => {
  assert.deepEqual(
    layTrend([at(1, 'candidate')], 'drift', place).points.map(({ x, y }) => [x, y]),
    [[50, 20]],
  );
  assert.deepEqual(
    layTrend([at(1, 'retired'), at(2, 'candidate')], 'drift', place).points.map(({ y }) => y),
    [20, 20],
  );
});

test('a version without a figure is left out of its line, and no version at all draws nothing', () => {
  const without = at(2, 'refused', { figures: { ...figures, mean_auc: null } });
  assert.deepEqual(
    layTrend([without, at(1, 'retired')], 'mean_auc', place).points.map(({ version }) => version),
    [1],
  );
  assert.deepEqual(layTrend([], 'ece', place), { points: [], line: '', line_before: '' });
});

test('log loss is drawn with what was in use before on one scale', () => {
  const { points, line_before } = layTrend([at(1, 'candidate')], 'log_loss', place);
  assert.deepEqual([points[0]?.y, line_before], [35, 'M50 5']);
});

test('on the diagonal what is promised is kept; a dot’s area is its count, and empty bins are none', () => {
  const bin = (promised: number, kept: number, count: number) => ({ from: 0, to: 1, promised, kept, count });
  const dots = layReliability([bin(0.5, 0.5, 100), bin(0.9, 0.75, 25), bin(0.1, 0, 0)], 200);
  assert.deepEqual(dots, [
    { x: 100, y: 100, radius: 11 },
    { x: 180, y: 50, radius: 5.5 },
  ]);
  assert.deepEqual(layReliability([], 200), []);
});
