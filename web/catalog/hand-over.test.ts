import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import { writeBookmarklet } from './bookmark/write-bookmarklet.ts';
import { readHandOverAddress } from './read-hand-over-address.ts';
import { page_max_bytes, readHandOver, readPosted } from './read-hand-over.ts';

const shop = 'https://www.jcrew.com';
const page = { type: 'toile:page', url: `${shop}/p/1`, html: '<html></html>' };

test('a page is taken from its own origin only', () => {
  assert.deepEqual(readHandOver(page, shop), { kind: 'page', url: page.url, html: page.html });
  assert.deepEqual(readHandOver(page, 'https://evil.example'), { kind: 'ignored' });
});

test('anything of another shape is ignored', () => {
  const others = [
    null,
    'toile:ready',
    {},
    { ...page, type: 'x' },
    { ...page, html: 4 },
    { ...page, html: '' },
    { ...page, url: 'javascript:1' },
    { ...page, url: 'https://' },
  ];
  for (const data of others) assert.deepEqual(readHandOver(data, shop), { kind: 'ignored' });
});

test('a page over 5 MB is said to be too large, counted in bytes', () => {
  assert.equal(readHandOver({ ...page, html: 'x'.repeat(page_max_bytes) }, shop).kind, 'page');
  assert.equal(readHandOver({ ...page, html: 'x'.repeat(page_max_bytes + 1) }, shop).kind, 'too_large');
  assert.equal(readHandOver({ ...page, html: 'é'.repeat(page_max_bytes / 2 + 1) }, shop).kind, 'too_large');
});

test('a page that came as a form speaks for its sender alone; of anybody else the shopper is asked first', () => {
  const posted = (origin: unknown) => readPosted(JSON.stringify({ url: page.url, html: page.html, origin }));
  assert.equal(posted(shop).kind, 'page');
  for (const origin of ['https://evil.example', 'null', null, `${shop}.evil.example`]) assert.equal(posted(origin).kind, 'unsigned');
});

test('a form without a page, or one that our server refused, begins nothing', () => {
  for (const text of [null, undefined, '', '{}', '{"url":"javascript:1","html":"<p>"}']) assert.equal(readPosted(text).kind, 'ignored');
  for (const kind of ['too_large', 'too_often'] as const) assert.deepEqual(readPosted(JSON.stringify({ trouble: kind })), { kind });
});

test('the address offers a web link and nothing else', () => {
  const link = `${shop}/p/1?a=b&c=d`;
  assert.deepEqual(readHandOverAddress(`#link=${encodeURIComponent(link)}&is_copied=1`), { link, is_copied: true, is_too_large: false });
  for (const bad of ['', '#', '#link=javascript:alert(1)', '#link=%E0%A4%A', `#link=https://a.example/${'x'.repeat(2000)}`])
    assert.deepEqual(readHandOverAddress(bad), { is_copied: false, is_too_large: false });
});

test('the bookmark is a program by itself, whatever its words, and names the one Toile it speaks to', () => {
  const words = { handing: 'A “b” \u2028 </script>', refused: "it's", copy: '%' };
  const code = decodeURIComponent(writeBookmarklet({ origin: 'https://toile.example', words }).slice('javascript:'.length));
  assert.doesNotThrow(() => new vm.Script(code));
  assert.ok(code.includes('"https://toile.example"'));
  assert.ok(!/\bimport\b|JSON\.|\.map\(|\.forEach\(/.test(code), 'shops replace these');
});
