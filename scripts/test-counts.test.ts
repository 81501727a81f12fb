import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCounts, countsLine, readCounts } from './test-counts.ts';

test('the counts that a process prints are read again and added up; what else it prints is passed on', () => {
  const counts = { passed: 12, failed: 1, skipped: 2 };
  assert.deepEqual(readCounts(countsLine(counts).trim()), counts);
  assert.deepEqual(addCounts(counts, { passed: 3, failed: 0, skipped: 4 }), { passed: 15, failed: 1, skipped: 6 });
  for (const line of ['', 'FAILED 3 passed, 0 failed, 0 skipped', '3 passed', '3 passed, 0 failed, 0 skipped, more'])
    assert.equal(readCounts(line), undefined, line);
});
