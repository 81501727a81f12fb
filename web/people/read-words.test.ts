import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWords } from './read-words.ts';

test('words are parted by commas, trimmed, and kept once', () => {
  assert.deepEqual(readWords(' workwear,  dark   denim ,Workwear,, '), { words: ['workwear', 'dark denim'], trouble: null });
  assert.deepEqual(readWords('  '), { words: [], trouble: null });
});

test('a sentence is no word, and a list has an end', () => {
  assert.equal(readWords('x'.repeat(41)).trouble, 'too_long');
  assert.equal(readWords(Array.from({ length: 51 }, (_, n) => `w${n}`).join()).trouble, 'too_many');
});
