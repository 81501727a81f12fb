import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceOutline } from './trace-outline.ts';

const maskOf = (...rows: string[]) => ({
  mask: Uint8Array.from(rows.join(''), (one) => (one === '#' ? 1 : 0)),
  size: { width: rows[0]!.length, height: rows.length },
});
const trace = (...rows: string[]): string => {
  const { mask, size } = maskOf(...rows);
  return traceOutline(mask, size)
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');
};

test('the edge is followed clockwise from its topmost, leftmost pixel', () => {
  assert.equal(trace('.....', '.##..', '.##..', '.....'), '1,1 2,1 2,2 1,2');
  assert.equal(trace('..##', '.###', '..#.'), '2,0 3,0 3,1 2,2 1,1');
});

test('a part that fills the picture is followed along the frame, a single pixel is itself, nothing is nothing', () => {
  assert.equal(trace('###', '###', '###').split(' ').length, 8);
  assert.equal(trace('...', '.#.', '...'), '1,1');
  assert.equal(trace('...'), '');
});

test('a bay is followed inwards', () => {
  const points = trace('#...#', '#...#', '#####').split(' ');
  assert.ok(points.includes('2,2'));
  assert.ok(!points.includes('2,0'));
});
