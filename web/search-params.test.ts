import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearch, stringifySearch } from './search-params.ts';

test('lists are repeated names, and come back as lists', () => {
  const text = stringifySearch({ q: 'blue & white', size: ['S', 'M'], category: ['dress'], sizing: undefined, back: '' });
  assert.equal(text, '?q=blue+%26+white&size=S&size=M&category=dress');
  assert.deepEqual(parseSearch(text), { q: 'blue & white', size: ['S', 'M'], category: 'dress' });
});

test('nothing becomes a number, a truth or an object that was a text', () => {
  assert.deepEqual(parseSearch('?q=007&x=true&y={"a":1}'), { q: '007', x: 'true', y: '{"a":1}' });
  assert.equal(stringifySearch({}), '');
});
