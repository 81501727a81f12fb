import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import { writeBookmarklet } from './bookmarklet.ts';
import { page_max_bytes, readHandOver } from './read-hand-over.ts';

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

/** Runs the bookmark in a page that has only what it may use. */
function runBookmarklet(popup: { postMessage: (data: unknown, to: string) => void } | null) {
  const listeners = new Set<(event: unknown) => void>();
  const said: string[] = [];
  const world: Record<string, unknown> = {
    window: {
      open: (url: string) => {
        said.push(url);
        return popup;
      },
    },
    location: { href: page.url },
    document: { documentElement: { outerHTML: page.html } },
    addEventListener: (_: string, on: (event: unknown) => void) => listeners.add(on),
    removeEventListener: (_: string, on: (event: unknown) => void) => listeners.delete(on),
    setTimeout: () => 1,
    clearTimeout: () => {},
    alert: (text: string) => said.push(text),
  };
  const names = Object.keys(world);
  const written = writeBookmarklet({ origin: 'https://toile.example', blocked_message: 'Allow “pop-ups”' });
  const result: unknown = vm.runInNewContext(decodeURIComponent(written.slice('javascript:'.length)), world);
  return { listeners, said, result, left_behind: Object.keys(world).filter((name) => !names.includes(name)) };
}

test('the bookmark sends the page to Toile alone, once, and leaves nothing behind', () => {
  const sent: unknown[] = [];
  const popup = { postMessage: (data: unknown, to: string) => sent.push([JSON.parse(JSON.stringify(data)), to]) };
  const { listeners, said, result, left_behind } = runBookmarklet(popup);
  const tell = (event: object) => [...listeners].forEach((on) => on(event));
  tell({ origin: 'https://evil.example', source: popup, data: 'toile:ready' });
  tell({ origin: 'https://toile.example', source: {}, data: 'toile:ready' });
  assert.deepEqual(sent, []);
  tell({ origin: 'https://toile.example', source: popup, data: 'toile:ready' });
  assert.deepEqual(sent, [[page, 'https://toile.example']]);
  assert.equal(listeners.size, 0);
  assert.deepEqual(said, ['https://toile.example/hand-over']);
  assert.equal(result, undefined);
  assert.deepEqual(left_behind, []);
});

test('a blocked tab is said, and nothing listens', () => {
  const { listeners, said } = runBookmarklet(null);
  assert.equal(said[1], 'Allow “pop-ups”');
  assert.equal(listeners.size, 0);
});
