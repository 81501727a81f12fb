import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeOwnScripts } from './own-scripts.ts';

const mark = 'b1946ac9-2492-4234-8a0b-6f0a1c2d3e4f';

test('only what carries the mark is ours; a script that content brought in is not', () => {
  const page = `<script>stolen()</script><script nonce="guess">stolen()</script><script nonce="${mark}" data-x="">ours("é")</script><p>nonce="${mark.slice(1)}"</p>`;
  assert.deepEqual(takeOwnScripts(page, mark).scripts, ['ours("é")']);
});

test('content that opens an element before ours changes nothing of what is named', () => {
  for (const opened of ['<script ', '<script data-x="', '<script>stolen();', '<!-- <script>', "<script src='/x"]) {
    const { scripts } = takeOwnScripts(`<p>${opened}</p>${opened}<script nonce="${mark}">ours()</script>`, mark);
    assert.deepEqual(scripts, ['ours()'], opened);
  }
});

test('the mark does not leave the server', () => {
  const page = `<meta property="csp-nonce" content="${mark}"/><link rel="stylesheet" href="/a.css" nonce="${mark}"/><script type="module" src="/main.js" async="" nonce="${mark}"></script><script nonce="${mark}">ours()</script>`;
  const { html, scripts } = takeOwnScripts(page, mark);
  assert.equal(
    html,
    '<link rel="stylesheet" href="/a.css"/><script type="module" src="/main.js" async=""></script><script>ours()</script>',
  );
  assert.deepEqual(scripts, ['ours()']);
});
