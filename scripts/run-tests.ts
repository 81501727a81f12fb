import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { areas } from '#areas.ts';
import { readEnvironment } from '#platform/config/load-config.ts';
import { databaseUrl, startTestCluster } from '#platform/testing/test-cluster.ts';

/**
 * Runs every test in one process, because starting one per file costs more than the tests do,
 * on one database cluster that ends with the run. `npm test -- areas/people` runs one folder or file;
 * `--coverage` counts lines.
 */
const { values, positionals } = parseArgs({ options: { coverage: { type: 'boolean', default: false } }, allowPositionals: true });
const rooms = ['areas', 'contract', 'platform', 'science', 'scripts', 'web', 'bench', 'demo'];
const files = globSync(
  rooms.map((room) => `${room}/**/*.test.ts`),
  { exclude: (path) => path.includes('node_modules') },
)
  .filter((file) => positionals.length === 0 || positionals.some((wanted) => file.startsWith(wanted.replace(/^\.\//, ''))))
  .sort();
if (files.length === 0) {
  process.stderr.write('No test has this name. Give a folder or file, such as areas/people.\n');
  process.exit(1);
}

const coverage = [
  '--experimental-test-coverage',
  ...['areas/**', 'science/**', 'platform/**'].map((glob) => `--test-coverage-include=${glob}`),
  ...['**/*.test.ts', 'platform/testing/**'].map((glob) => `--test-coverage-exclude=${glob}`),
];

const cluster = await startTestCluster(areas);
const child = spawn(
  process.execPath,
  [
    '--test',
    '--test-isolation=none',
    '--test-force-exit',
    '--test-reporter=./scripts/failures-reporter.ts',
    '--test-reporter-destination=stdout',
    ...(values.coverage ? coverage : []),
    ...files,
  ],
  { stdio: 'inherit', env: { ...readEnvironment(), TEST_DATABASE_URL: databaseUrl(cluster, 'postgres'), TEST_TEMPLATE: cluster.template } },
);
const [code] = (await once(child, 'exit')) as [number | null];
await cluster.stop();
process.exitCode = code ?? 1;
