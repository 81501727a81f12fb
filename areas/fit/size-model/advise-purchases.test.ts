import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviseSize } from './advise.ts';
import { describeZones } from './describe-zones.ts';
import type { HistoryEvidence, SizeModelAdvice } from './evidence.ts';
import { labels, now, sampleGarment, sampleShopper, sampleTry } from './sample-evidence.ts';

const bought = (size: string, would_keep: boolean): HistoryEvidence => ({
  ...sampleTry(size, 'perfect', { would_keep }),
  fit_feedback: undefined,
});
const advise = (...history: HistoryEvidence[]) => adviseSize(sampleShopper({ history }), sampleGarment(), now);
const expected = ({ all_scores }: SizeModelAdvice) => labels.reduce((sum, label, i) => sum + i * all_scores[label]!.score, 0);

test('an order that was kept without a word moves the advice towards its size, less than "fitted" does', () => {
  for (const size of ['S', 'XL']) {
    const [nothing, kept, fitted] = [advise(), advise(bought(size, true)), advise(sampleTry(size, 'perfect', { would_keep: true }))];
    const moves = [kept, fitted].map(
      (advice) => (expected(advice) - expected(nothing)) * Math.sign(labels.indexOf(size) - expected(nothing)),
    );
    assert.ok(moves[0]! > 0.3 && moves[0]! < moves[1]! - 0.05, `${size}: ${moves.join()}`);
  }
});

test('an order that went back without a word says next to nothing, and does not count as evidence', () => {
  for (const size of ['S', 'XL']) {
    const [kept, returned] = [advise(bought(size, true)), advise(bought(size, false))];
    const move = (advice: SizeModelAdvice) => Math.abs(expected(advice) - expected(advise()));
    assert.ok(move(returned) < move(kept) / 2, `${size}: ${move(returned)} against ${move(kept)}`);
    assert.deepEqual(returned.evidence, [{ kind: 'population', count: 1 }]);
    assert.deepEqual(kept.evidence, [{ kind: 'feedback', count: 1 }]);
  }
});

test('an order that went back as too small moves the advice up, one that was too large down', () => {
  const returned = (overall: 'too_small' | 'too_large') => expected(advise(sampleTry('M', overall, { would_keep: false })));
  assert.ok(returned('too_small') > expected(advise(bought('M', false))) + 0.3);
  assert.ok(returned('too_large') < expected(advise(bought('M', false))) - 0.3);
});

test('orders that were kept without a word give no reason and no learned zone, since nothing was said', () => {
  const history = ['M', 'M', 'L'].map((size) => bought(size, true));
  assert.ok(advise(...history).reasons.every(({ code }) => code !== 'worn'));
  const zones = describeZones(sampleShopper({ history }), 'shirt', now);
  assert.ok(zones.every(({ basis, why }) => basis === 'guessed' && why.every(({ code }) => code !== 'worn')));
});
