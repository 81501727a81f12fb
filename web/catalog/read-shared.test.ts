import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShared } from './read-shared.ts';

const link = 'https://www.jcrew.com/p/mens/oxford/BE996?color=white';
const found = { kind: 'link', link };

test('the link is found where each phone puts it: its own field, the text, the title', () => {
  assert.deepEqual(readShared({ url: link }), found);
  assert.deepEqual(readShared({ title: 'Oxford shirt', text: `Look at this\n${link}` }), found);
  assert.deepEqual(readShared({ title: link }), found);
  assert.deepEqual(readShared({ url: '', text: `${link} ` }), found);
});

test('the punctuation of the sentence around it is not the link’s; brackets of its own are', () => {
  for (const text of [`See ${link}.`, `(${link})`, `“${link}”`, `<${link}>`, `${link}, and more`, `${link}?!`, `*${link}*`])
    assert.deepEqual(readShared({ text }), found, text);
  assert.deepEqual(readShared({ text: 'https://shop.example/shirt_(blue)' }), { kind: 'link', link: 'https://shop.example/shirt_(blue)' });
  assert.deepEqual(readShared({ text: 'https://shop.example/p/1/' }), { kind: 'link', link: 'https://shop.example/p/1/' });
});

test('of several links the first counts, and the field for it before the text', () => {
  assert.deepEqual(readShared({ text: `${link} https://other.example/1` }), found);
  assert.deepEqual(readShared({ url: link, text: 'https://other.example/1' }), found);
  assert.deepEqual(readShared({ url: 'not a link', text: link }), found);
});

test('only web addresses are links', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'intent://x#Intent;end',
    'file:///etc/passwd',
    'https://',
    'http://.',
    'mailto:a@b.c',
  ])
    assert.deepEqual(readShared({ text }), { kind: 'no_link' }, text);
});

test('nothing shared and nothing found are told apart; a very long text does not keep the tab busy', () => {
  assert.deepEqual(readShared({}), { kind: 'nothing' });
  assert.deepEqual(readShared({ text: ' ', url: '' }), { kind: 'nothing' });
  assert.deepEqual(readShared({ text: `${'word '.repeat(200_000)}${link}` }), { kind: 'no_link' });
  assert.deepEqual(readShared({ text: `https://shop.example/${'a'.repeat(3000)}` }), { kind: 'no_link' });
});
