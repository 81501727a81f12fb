import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink, safeLink } from './read-link.ts';

test('a link is found in what people paste', () => {
  assert.equal(readLink(' jcrew.com/p/BX291 '), 'https://jcrew.com/p/BX291');
  assert.equal(readLink('http://reiss.com/a?b=1#c'), 'http://reiss.com/a?b=1#c');
  assert.equal(readLink('Look at this sweater https://jcrew.com/p/1'), 'https://jcrew.com/p/1');
});

test('words and page sources are no link', () => {
  for (const text of ['', 'navy sweater', '<html><head></head></html>', 'sweater']) assert.equal(readLink(text), null);
});

test('only web addresses are ever linked', () => {
  assert.equal(safeLink('https://jcrew.com/p/1'), 'https://jcrew.com/p/1');
  for (const url of ['javascript:alert(1)', 'data:text/html,x', '', '/p/1', ' javascript:https://a.b'])
    assert.equal(safeLink(url), undefined);
});
