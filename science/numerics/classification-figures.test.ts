import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { measureClassification } from './classification-figures.ts';
import { measureReliability, reliabilityError } from './reliability.ts';
import { ridgeRegression } from './ridge-regression.ts';
import { rocArea } from './roc-area.ts';

describe('ROC area', () => {
  test('is the share of pairs in the right order, ties half', () => {
    const is_positive = [true, false, true, false];
    assert.equal(
      rocArea(Float64Array.from([0.9, 0.1, 0.8, 0.2]), (row) => is_positive[row]!),
      1,
    );
    assert.equal(
      rocArea(Float64Array.from([0.5, 0.5, 0.5, 0.5]), (row) => is_positive[row]!),
      0.5,
    );
    assert.equal(
      rocArea(Float64Array.from([0.9, 0.5, 0.1, 0.5]), (row) => is_positive[row]!),
      0.5,
    );
    assert.ok(Number.isNaN(rocArea(Float64Array.from([1, 2]), () => true)));
    assert.equal(
      rocArea(Float64Array.from([NaN, NaN, 0.2, -Infinity]), (row) => row === 2),
      1,
    );
  });
});

describe('classification figures', () => {
  test('agree with a table worked by hand', () => {
    const probabilities = Float64Array.from([0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.2, 0.5, 0.3, 0.3, 0.3, 0.4]);
    const figures = measureClassification({ probabilities, classes_of: Uint8Array.from([0, 1, 2, 2]), classes: 3 });
    assert.equal(figures.accuracy, 0.75);
    assert.ok(Math.abs(figures.balanced_accuracy - (1 + 1 + 0.5) / 3) < 1e-12);
    assert.ok(Math.abs(figures.macro_f1 - (1 + 2 / 3 + 2 / 3) / 3) < 1e-12);
    assert.ok(Math.abs(figures.log_loss + (Math.log(0.7) + Math.log(0.8) + Math.log(0.3) + Math.log(0.4)) / 4) < 1e-12);
    assert.deepEqual(figures.auc, [1, 1, 1]);
  });

  test('a class that does not occur takes no part in the means', () => {
    const figures = measureClassification({
      probabilities: Float64Array.from([0.6, 0.4, 0, 0.4, 0.6, 0]),
      classes_of: Uint8Array.from([0, 1]),
      classes: 3,
    });
    assert.deepEqual([figures.mean_auc, figures.balanced_accuracy, figures.macro_f1], [1, 1, 1]);
  });
});

describe('reliability', () => {
  test('counts promises against what came; who promises everything and keeps half is off by half', () => {
    const bins = measureReliability([true, false].map((is_hit) => ({ p: 1, is_hit })));
    assert.deepEqual(bins, [{ from: 0.9, to: 1, count: 2, promised: 1, kept: 0.5 }]);
    assert.equal(reliabilityError(bins), 0.5);
    assert.equal(reliabilityError([]), 0);
  });
});

describe('ridge regression', () => {
  test('finds the line through exact points, shrunk by the penalty alone', () => {
    const rows = [0, 1, 2, 3].map((x) => ({ features: Float64Array.from([1, x]), target: 2 + 3 * x }));
    const [at, slope] = ridgeRegression(rows, 2, 1e-9);
    assert.ok(Math.abs(at! - 2) < 1e-6 && Math.abs(slope! - 3) < 1e-6);
    const shrunk = ridgeRegression([{ features: Float64Array.from([1]), target: 4 }], 1, 1);
    assert.ok(Math.abs(shrunk[0]! - 2) < 1e-12);
  });
});
