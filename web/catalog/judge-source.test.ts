import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeSource } from './judge-source.ts';
import { page_max_bytes } from './read-hand-over.ts';
import { readPageFile } from './read-page-file.ts';

const troubleOf = (text: string) => {
  const judged = judgeSource(text);
  return judged.kind === 'trouble' ? judged.trouble : judged.kind;
};

test('a page, a link, and what is neither are told apart', () => {
  assert.equal(troubleOf('<!doctype html><title>x</title>'), 'page');
  assert.deepEqual(judgeSource(' jcrew.com/p/BX291 '), { kind: 'link', link: 'https://jcrew.com/p/BX291' });
  assert.deepEqual(judgeSource('Look: https://jcrew.com/p/1'), { kind: 'link', link: 'https://jcrew.com/p/1' });
  assert.equal(troubleOf('  '), 'roads.paste_empty');
  assert.equal(troubleOf('navy shirt, please'), 'roads.paste_words');
  assert.equal(troubleOf(`{"a":"${'https://a.example '.repeat(1000)}"}`), 'roads.paste_words');
});

test('a web archive is named as such, though it holds a page', () => {
  for (const start of ['From: <Saved by Blink>\r\n', 'MIME-Version: 1.0\r\n', 'bplist00'])
    assert.equal(troubleOf(`${start}<html>`), 'roads.paste_archive');
});

test('5 MB in one line are judged in the blink of an eye, and more are too large', () => {
  const began_ms = performance.now();
  assert.equal(troubleOf(`<p>${'x'.repeat(page_max_bytes - 3)}`), 'page');
  assert.equal(troubleOf(`<p>${'é'.repeat(page_max_bytes / 2)}`), 'roads.paste_too_large');
  assert.equal(troubleOf('x'.repeat(page_max_bytes)), 'roads.paste_words');
  assert.ok(performance.now() - began_ms < 2000, 'linear');
});

test('a saved page is read in the encoding that it names', async () => {
  const saved = (charset: string, bytes: number[]) => new Blob([`<meta charset="${charset}">`, new Uint8Array(bytes)]);
  assert.ok((await readPageFile(saved('windows-1252', [0x80])))?.endsWith('€'));
  assert.ok((await readPageFile(saved('utf-8', [0xe2, 0x82, 0xac])))?.endsWith('€'));
  assert.ok((await readPageFile(saved('no-such', [0xe2, 0x82, 0xac])))?.endsWith('€'));
});
