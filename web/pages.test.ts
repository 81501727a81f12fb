import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { isPublicPage, pages, pagesOf } from './pages.ts';
import { routeId } from './server/asset-manifest.ts';

const here = import.meta.dirname;
const pathOf = (id: string): string => id.replace(/(.)\/$/, '$1');

test('every page that the router knows is in one class, and no page is classed that is not there', () => {
  const files = readdirSync(`${here}/routes`).filter((file) => file.endsWith('.tsx') && !file.startsWith('__'));
  assert.deepEqual([...new Set(files.map((file) => pathOf(routeId(file))))].toSorted(), Object.keys(pages).toSorted());
  const listed = /interface FileRoutesByTo \{([^}]*)\}/.exec(readFileSync(`${here}/routeTree.gen.ts`, 'utf8'))?.[1] ?? '';
  assert.deepEqual([...listed.matchAll(/'([^']+)':/g)].map(([, path]) => path!).toSorted(), Object.keys(pages).toSorted());
});

test('no page says on its own who may read it', () => {
  for (const file of readdirSync(`${here}/routes`).filter((name) => !name.startsWith('__')))
    assert.doesNotMatch(readFileSync(`${here}/routes/${file}`, 'utf8'), /\bssr:/, file);
});

test('public is what the table says, however the address ends, and nothing beside or below it', () => {
  for (const path of ['/', '/shop', '/shop/', '/shop/breton-top', '/boutiques/nordhavn', '/boutiques/nordhavn/', '/privacy'])
    assert.ok(isPublicPage(path), path);
  for (const path of ['//', '/shops', '/shop/a/b', '/boutiques', '/privacy/x', '/x/privacy', '/nowhere', ...pagesOf('personal')])
    assert.ok(!isPublicPage(path), path);
  for (const path of [...pagesOf('personal'), ...pagesOf('unlisted')]) assert.ok(!isPublicPage(path.replace('$session_id', 'x')), path);
});
