import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { openSharedCluster } from '#platform/testing/test-house.ts';

/**
 * Runs every test in one process, because starting one per file costs more than the tests do.
 * `npm test -- areas/people` runs one folder or file; `--coverage` counts lines.
 */
const { values, positionals } = parseArgs({ options: { coverage: { type: 'boolean', default: false } }, allowPositionals: true });
const rooms = ['areas', 'contract', 'platform', 'science', 'scripts', 'web', 'bench', 'demo'];
const files = globSync(rooms.map((room) => `${room}/**/*.test.ts`), { exclude: (path) => path.includes('node_modules') })
  .filter((file) => positionals.length === 0 || positionals.some((wanted) => file.startsWith(wanted.replace(/^\.\//, ''))))
  .sort();
if (files.length === 0) {
  process.stderr.write('No test has this name. Give a folder or file, such as areas/people.\n');
  process.exit(1);
}

const closeCluster = await openSharedCluster();
let failed = 0;
const tests = run({
  files,
  isolation: 'none',
  coverage: values.coverage,
  coverageIncludeGlobs: ['areas/**', 'science/**', 'platform/**'],
  coverageExcludeGlobs: ['**/*.test.ts', 'platform/testing/**'],
});
tests.on('test:fail', () => {
  failed += 1;
  process.exitCode = 1;
});
tests.compose(spec).pipe(process.stdout);
tests.once('end', () => {
  void closeCluster().then(() => process.exit(failed > 0 ? 1 : 0));
});
