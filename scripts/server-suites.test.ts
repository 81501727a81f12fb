import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { serverSuites } from './server-suites.ts';

const house = 'const { TEST_S3_URL } = readEnvironment();\nexport const testHouse = () => TEST_S3_URL;';
const chosen = (files: Record<string, string>): string[] =>
  serverSuites(
    Object.keys(files).filter((file) => file.endsWith('.test.ts')),
    (file) => files[file],
  );

const ways: Record<string, Record<string, string>> = {
  'by itself': { 'a.test.ts': "readEnvironment()['TEST_REDIS_URL']" },
  'by an import': { 'areas/a.test.ts': "import { testHouse } from '#platform/house.ts';" },
  'by what an import imports': {
    'areas/a.test.ts': "import { dressed } from './dressed.ts';",
    'areas/dressed.ts': "export {\n  testHouse,\n} from '#platform/house.ts';",
  },
  'by an import() in the middle': { 'areas/a.test.ts': ['await import', "('../platform/house.ts')"].join('') },
  'by a program that it starts': {
    'areas/a.test.ts': "spawn(process.execPath, [fileURLToPath(new URL('./program.ts', import.meta.url))]);",
    'areas/program.ts': "import '#platform/house.ts';",
  },
  'behind imports in a circle': {
    'areas/a.test.ts': "import './b.ts';\nimport './c.ts';",
    'areas/b.ts': "import './c.ts';",
    'areas/c.ts': "import './b.ts';\nimport '#platform/house.ts';",
  },
};
for (const [way, files] of Object.entries(ways)) {
  test(`a test that reaches a server ${way} runs on servers too`, () => {
    const pure = { 'science/sum.test.ts': "import { sum } from './sum.ts';", 'science/sum.ts': 'export const sum = 1;' };
    const found = chosen({ 'platform/house.ts': house, ...files, ...pure });
    assert.deepEqual(found, Object.keys(files).slice(0, 1));
  });
}

test('of our own tests every one that opens a house or a database is chosen, and no sum', () => {
  const all = globSync('{areas,contract,platform,science,scripts,web,bench,demo}/**/*.test.ts', {
    exclude: (path) => path.includes('node_modules'),
  });
  const on_servers = serverSuites(all, (file) => (file.endsWith('.ts') ? readFileSync(file, 'utf8') : undefined));
  const opens = all.filter((file) => /\b(?:testHouse|testDatabase|testConnection|startTestCluster)\(/.test(readFileSync(file, 'utf8')));
  assert.ok(opens.length > 50);
  assert.deepEqual(
    opens.filter((file) => !on_servers.includes(file)),
    [],
  );
  assert.ok(on_servers.includes('platform/cache/cache.test.ts') && on_servers.includes('platform/storage/storage.test.ts'));
  assert.deepEqual(
    on_servers.filter((file) => file.startsWith('science/')),
    [],
  );
});
