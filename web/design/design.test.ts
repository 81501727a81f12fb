import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';

const here = import.meta.dirname;
const stylesheets = globSync('**/*.css', { cwd: `${here}/..` });
const read = (file: string) => readFileSync(`${here}/../${file}`, 'utf8');

/** What draws no component: the frame of every page, whole pages, a part of the slider, and what only hands things down. */
const without_story = [
  'broken-page',
  'layout',
  'loading-page',
  'main-nav',
  'missing-page',
  'notch',
  'page-head',
  'page-title',
  'providers',
  'say',
];

test('every component has its story', () => {
  const components = globSync('*.tsx', { cwd: here }).map((file) => basename(file, '.tsx'));
  const missing = components.filter((name) => !without_story.includes(name) && !existsSync(`${here}/stories/${name}.story.tsx`));
  assert.deepEqual(missing, [], 'write web/design/stories/<name>.story.tsx');
});

test('every story belongs to a component that is still there', () => {
  const stories = globSync('stories/*.story.tsx', { cwd: here }).map((file) => basename(file, '.story.tsx'));
  assert.ok(stories.length > 30, `${stories.length} stories`);
  assert.deepEqual(
    stories.filter((name) => !existsSync(`${here}/${name}.tsx`)),
    [],
  );
});

test('a stylesheet is about one thing: under 200 lines', () => {
  const long = stylesheets.filter((file) => read(file).split('\n').length >= 200);
  assert.deepEqual(long, []);
});

test('no style says left or right, so that a page can be read from either side', () => {
  assert.ok(physical('a { margin-left: 1px }').length === 1 && physical('a { padding: 1px 2px 3px 4px }').length === 1);
  assert.ok(physical('a { inset: 0 0 auto; text-align: start }').length === 0);
  const found = stylesheets.flatMap((file) => physical(read(file)).map((rule) => `${file}: ${rule}`));
  assert.deepEqual(found, [], 'say inset-inline, margin-inline, text-align: start');
});

/** Declarations that name a side of the screen, or give the two sides of a line different lengths in one breath. */
function physical(css: string): string[] {
  const named =
    css.match(/(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)|left|right)\s*:[^;}]*|(?:text-align|float):\s*(?:left|right)/g) ?? [];
  const uneven = [...css.matchAll(/(?<![\w-])(?:margin|padding|inset):\s*([^;}]+)/g)]
    .filter(([, value = '']) => {
      const sides = value.trim().match(/[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|\S+/g) ?? [];
      return sides.length === 4 && sides[1] !== sides[3];
    })
    .map(([rule]) => rule.trim());
  return [...named, ...uneven];
}
