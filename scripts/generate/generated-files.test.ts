import assert from 'node:assert/strict';
import { test } from 'node:test';
import { error_codes } from '#contract/error-codes.ts';
import { routes } from '#contract/routes.ts';
import { settings } from '#platform/config/settings.ts';
import { environmentExample } from './environment-example.ts';
import { findStale } from './find-stale.ts';
import { generatedFiles } from './generated-files.ts';
import { markdownTable } from './markdown-table.ts';

const files = generatedFiles('1.2.3');
const textOf = (path: string): string => files.get(path) ?? '';

test('a changed file and a missing one are named, and only those', () => {
  const on_disk = new Map(files).set('docs/ERRORS.md', `${textOf('docs/ERRORS.md')}one line by hand\n`);
  on_disk.delete('docs/openapi.json');
  assert.deepEqual(
    findStale(files, (path) => on_disk.get(path)),
    ['docs/ERRORS.md', 'docs/openapi.json'],
  );
});

test('files as they were generated are not stale, whatever line ends the checkout has', () => {
  assert.deepEqual(
    findStale(files, (path) => files.get(path)),
    [],
  );
  assert.deepEqual(
    findStale(files, (path) => textOf(path).replaceAll('\n', '\r\n')),
    [],
  );
});

test('a new setting makes .env.example and SETTINGS.md stale', () => {
  const before = environmentExample(settings);
  const after = environmentExample({ ...settings, NEW_ONE: { default: '7', doc: 'Something new.' } });
  assert.deepEqual(
    findStale(new Map([['.env.example', after]]), () => before),
    ['.env.example'],
  );
  assert.match(after, /# Something new\.\nNEW_ONE=7\n/);
});

test('every setting, error code and route is in its document', () => {
  for (const name of Object.keys(settings)) {
    assert.match(textOf('.env.example'), new RegExp(`^(# )?${name}=`, 'm'));
    assert.ok(textOf('docs/SETTINGS.md').includes(`\`${name}\``), name);
  }
  for (const code of Object.keys(error_codes)) assert.ok(textOf('docs/ERRORS.md').includes(`\`${code}\``), code);
  const { paths, info } = JSON.parse(textOf('docs/openapi.json')) as {
    paths: Record<string, Record<string, unknown>>;
    info: { version: string };
  };
  for (const { method, path } of Object.values(routes)) assert.ok(paths[path]?.[method.toLowerCase()], `${method} ${path}`);
  assert.equal(info.version, '1.2.3');
});

test('secrets, and settings without a default, stand commented out', () => {
  const example = environmentExample({
    KEY: { default: 'x', is_secret: true, doc: 'A key.' },
    EMPTY: { default: '', doc: 'Nothing.' },
    PORT: { default: '1', doc: 'A port.' },
  });
  assert.match(example, /^# KEY=x$/m);
  assert.match(example, /^# EMPTY=$/m);
  assert.match(example, /^PORT=1$/m);
});

test('a table is padded to its columns, and a pipe in a cell does not break it', () => {
  assert.equal(
    markdownTable(
      ['a', 'b'],
      [
        ['1', 'x|y'],
        ['12345', ''],
      ],
    ),
    '| a     | b    |\n| ----- | ---- |\n| 1     | x\\|y |\n| 12345 |      |\n',
  );
});
