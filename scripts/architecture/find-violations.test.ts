import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findViolations } from './find-violations.ts';

const problems = (files: Record<string, string>): string[] =>
  findViolations(new Map(Object.entries(files))).map(({ file, problem }) => `${file}: ${problem}`);

const planted: [string, Record<string, string>, RegExp][] = [
  [
    'an area that imports one after it',
    { 'areas/people/a.ts': "import { x } from '#areas/fit/index.ts';", 'areas/fit/index.ts': '' },
    /areas\/people may not import areas\/fit/,
  ],
  [
    'an area entered by a side door',
    { 'areas/fit/a.ts': "import { x } from '#areas/people/person.store.ts';", 'areas/people/person.store.ts': '' },
    /by its index\.ts only/,
  ],
  [
    'platform that knows an area',
    { 'platform/http/a.ts': "import { x } from '#areas/people/index.ts';", 'areas/people/index.ts': '' },
    /platform may not import areas\/people/,
  ],
  [
    'an area that reaches up to the list',
    { 'areas/fit/a.ts': "import { areas } from '#areas.ts';", 'areas.ts': '' },
    /an area may not import areas\.ts/,
  ],
  [
    'web that imports server code',
    { 'web/a.tsx': "import { x } from '../platform/ids/new-id.ts';", 'platform/ids/new-id.ts': '' },
    /web may not import platform/,
  ],
  ['a contract that needs more than zod', { 'contract/a.ts': "import { x } from 'fastify';" }, /contract may not use fastify/],
  [
    'a contract that imports the platform',
    { 'contract/a.ts': "import { x } from '#platform/ids/new-id.ts';", 'platform/ids/new-id.ts': '' },
    /contract may not import platform/,
  ],
  ['science that does I/O', { 'science/a.ts': "import { readFileSync } from 'node:fs';" }, /science may not use node:fs/],
  [
    'a program that uses the test room',
    { 'areas/fit/a.ts': "import { x } from '#platform/testing/test-house.ts';", 'platform/testing/test-house.ts': '' },
    /may not import platform\/testing/,
  ],
  [
    'an upward import by import()',
    { 'platform/a.ts': ['const x = await import', "('#areas/fit/index.ts');"].join(''), 'areas/fit/index.ts': '' },
    /platform may not import/,
  ],
  [
    'an upward import of a type',
    { 'platform/a.ts': "export type { X } from '#areas/fit/index.ts';", 'areas/fit/index.ts': '' },
    /platform may not import/,
  ],
  [
    'two files in a circle',
    { 'platform/a.ts': "import { b } from './b.ts';", 'platform/b.ts': "import { a } from './a.ts';" },
    /in a circle/,
  ],
  [
    'three files in a circle',
    { 'science/a.ts': "import './b.ts';", 'science/b.ts': "import './c.ts';", 'science/c.ts': "export * from './a.ts';" },
    /in a circle/,
  ],
  ['process.env outside config', { 'areas/fit/a.ts': 'const port = process.env.PORT;' }, /process\.env is read in platform\/config only/],
  ['process.env by index', { 'areas/fit/a.ts': "const port = process['env'].PORT;" }, /process\.env/],
  ['process.env taken apart', { 'areas/fit/a.ts': 'const { env } = process;' }, /process\.env/],
  ['process.env by import', { 'areas/fit/a.ts': "import { env } from 'node:process';" }, /process\.env/],
  ['a file of 401 lines', { 'areas/fit/a.ts': 'x;\n'.repeat(401) }, /401 lines/],
  ['a file called utils', { 'areas/fit/utils.ts': '' }, /does not tell what it is for/],
  ['a folder called helpers', { 'areas/fit/helpers/x.ts': '' }, /does not tell what it is for/],
  ['a room that the plan does not know', { 'lib/a.ts': "import { x } from '#platform/a.ts';", 'platform/a.ts': '' }, /lib is not a room/],
];

for (const [what, files, expected] of planted) {
  test(`the check catches ${what}`, () => {
    const found = problems(files);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0] ?? '', expected);
  });
}

test('a house that keeps the rules passes', () => {
  assert.deepEqual(
    problems({
      'server.ts': "import { areas } from '#areas.ts';\nimport { x } from '#platform/a.ts';",
      'areas.ts': "import { people } from '#areas/people/index.ts';\nimport { demo } from '#demo/index.ts';",
      'demo/index.ts': "import { people } from '#areas/people/index.ts';\nimport { y } from '#science/y.ts';",
      'areas/people/index.ts': "import { x } from '#platform/a.ts';\nimport * as z from 'zod';",
      'areas/fit/index.ts': "import { people } from '#areas/people/index.ts';\nimport { y } from '#science/y.ts';",
      'areas/fit/a.test.ts': "import { house } from '#platform/testing/test-house.ts';",
      'platform/a.ts': "import { z } from '#contract/z.ts';",
      'platform/testing/test-house.ts': "import { areas } from '#areas.ts';",
      'platform/config/config.ts': 'export const home = process.env.HOME;',
      'contract/z.ts': "import * as z from 'zod';",
      'science/y.ts': 'x;\n'.repeat(400),
    }),
    [],
  );
});
