import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinTries, type Try } from './list-tries.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, n)).toISOString();
const said = (n: number, overall: 'perfect' | 'too_small', more: Partial<Try> = {}): Try => ({
  product_id: 'shirt',
  size_tried: 'M',
  fit_feedback: { overall },
  would_keep: true,
  at: day(n),
  session_id: null,
  ...more,
});
const bought = (n: number, more: Partial<Try> = {}): Try => said(n, 'perfect', { fit_feedback: undefined, ...more });
const told = (tries: readonly Try[]) => tries.map(({ fit_feedback, at }) => `${fit_feedback?.overall ?? 'silent'} ${at.slice(8, 10)}`);

test('what is said in fittings alone stays as it was said, each time', () => {
  assert.deepEqual(told(joinTries([said(2, 'perfect'), said(1, 'too_small')], [])), ['perfect 02', 'too_small 01']);
});

test('a purchase without a word does not drown what its wearer said, before or after', () => {
  assert.deepEqual(told(joinTries([said(1, 'too_small')], [bought(2)])), ['too_small 01']);
  assert.deepEqual(told(joinTries([said(3, 'too_small')], [bought(2)])), ['too_small 03']);
});

test('of several who say how one try felt the newest counts; bought twice it is one', () => {
  assert.deepEqual(told(joinTries([said(1, 'perfect')], [said(2, 'too_small')])), ['too_small 02']);
  assert.deepEqual(told(joinTries([], [bought(1), bought(5), bought(3)])), ['silent 05']);
});

test('other sizes and products are other tries; newest first, and at most forty', () => {
  const others = [bought(4, { size_tried: 'L' }), said(2, 'too_small', { product_id: 'coat' })];
  assert.deepEqual(told(joinTries([said(3, 'perfect')], others)), ['silent 04', 'perfect 03', 'too_small 02']);
  const many = Array.from({ length: 50 }, (_, n) => bought(n + 1, { product_id: `${n}` }));
  assert.deepEqual([joinTries(many, many).length, joinTries(many, many)[0]?.at], [40, day(50)]);
});
