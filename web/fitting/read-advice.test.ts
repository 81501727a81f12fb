import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SizeAdvice } from '#contract/fit.ts';
import { kindOfAdvice, secondSize, suretyOf, suretyWord } from './read-advice.ts';

const known = [{ kind: 'feedback' as const, count: 2 }];
const advice = (given: Partial<SizeAdvice>): SizeAdvice => ({
  advice_id: 'a',
  session_id: 's',
  recommended_size: 'M',
  confidence: 0.82,
  reasoning: '',
  reasons: [],
  alternative_sizes: [{ size: 'L', score: 0.14 }],
  all_scores: { M: { score: 0.82, confidence: 0.82 }, L: { score: 0.14, confidence: 0.14 } },
  dimensions: [],
  evidence: known,
  ...given,
});
const sizes = ['S', 'M', 'L'];

test('an advice that rests on the population alone is said to know nothing', () => {
  assert.equal(kindOfAdvice(advice({ evidence: [] })), 'nothing_known');
  assert.equal(kindOfAdvice(advice({ evidence: [{ kind: 'population', count: 900 }] })), 'nothing_known');
  assert.equal(kindOfAdvice(advice({ evidence: [{ kind: 'population', count: 9 }, ...known] })), 'sure');
  assert.equal(kindOfAdvice(advice({ recommended_size: null, evidence: [] })), 'no_chart');
  assert.equal(kindOfAdvice(advice({ between: ['M', 'L'] })), 'between');
});

test('a tie counts both sizes', () => {
  assert.equal(suretyOf(advice({ confidence: 0.5 })), 0.5);
  assert.ok(Math.abs(suretyOf(advice({ between: ['M', 'L'] })) - 0.96) < 1e-9);
});

test('the words of surety change at 90, 75 and 60', () => {
  assert.deepEqual([0.9, 0.899, 0.75, 0.749, 0.6, 0.599].map(suretyWord), ['very', 'quite', 'quite', 'fairly', 'fairly', 'guess']);
});

test('the second size is named only when it comes near', () => {
  assert.deepEqual(secondSize(advice({}), sizes), { size: 'L', is_larger: true });
  assert.deepEqual(secondSize(advice({ alternative_sizes: [{ size: 'S', score: 0.2 }] }), sizes), { size: 'S', is_larger: false });
  assert.equal(secondSize(advice({ alternative_sizes: [{ size: 'L', score: 0.04 }] }), sizes), null);
  assert.equal(secondSize(advice({ recommended_size: null }), sizes), null);
});
