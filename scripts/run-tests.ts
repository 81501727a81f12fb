import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { areas } from '#areas.ts';
import { readEnvironment } from '#platform/config/load-config.ts';
import { scratchFolder } from '#platform/testing/scratch-folder.ts';
import { databaseUrl, startTestCluster } from '#platform/testing/test-cluster.ts';
import { serverSuites } from './server-suites.ts';
import { addCounts, countsLine, readCounts, type Counts } from './test-counts.ts';

/**
 * Runs every test, in as many processes as there are cores (not one per file: starting costs more than the tests do),
 * on one database cluster that ends with the run. `npm test -- areas/people` runs one folder or file;
 * `--on-servers` only what may behave differently on the servers of TEST_DATABASE_URL, TEST_REDIS_URL and TEST_S3_URL;
 * `--coverage` counts lines, in one process.
 */
const { values, positionals } = parseArgs({
  options: { coverage: { type: 'boolean', default: false }, 'on-servers': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const rooms = ['areas', 'contract', 'platform', 'science', 'scripts', 'web', 'bench', 'demo'];
/** Each process loads all of Toile, a second and 300 MB, so more of them soon cost what they save. */
const processes_max = 4;
const asked = globSync(
  rooms.map((room) => `${room}/**/*.test.ts`),
  { exclude: (path) => path.includes('node_modules') },
)
  .filter((file) => positionals.length === 0 || positionals.some((wanted) => file.startsWith(wanted.replace(/^\.\//, ''))))
  .sort();
const with_servers = new Set(serverSuites(asked, readSource));
// First those that open a house: they take longest, and should not be what the others wait for at the end.
const files = [...with_servers, ...(values['on-servers'] ? [] : asked.filter((file) => !with_servers.has(file)))];
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
const env = {
  ...readEnvironment(),
  TMPDIR: scratchFolder(),
  TEST_DATABASE_URL: databaseUrl(cluster, 'postgres'),
  TEST_TEMPLATE: cluster.template,
};
const processes = values.coverage ? 1 : Math.min(files.length, availableParallelism(), processes_max);
const waiting = [...files];
const ends = await Promise.all(Array.from({ length: processes }, runWaiting));
await cluster.stop();
process.stdout.write(countsLine(ends.map(({ counts }) => counts).reduce(addCounts)));
if (waiting.length > 0) process.stdout.write(`Not run, because every process ended before: ${waiting.join(', ')}\n`);
process.exitCode = ends.find(({ code }) => code !== 0)?.code ?? (waiting.length > 0 ? 1 : 0);

/** Runs what waits in a process of its own, one file after the other, until nothing waits; passes on what it says, but for its counts. */
async function runWaiting(): Promise<{ code: number; counts: Counts }> {
  const child = spawn(
    process.execPath,
    [
      '--test-force-exit',
      '--test-reporter=./scripts/failures-reporter.ts',
      '--test-reporter-destination=stdout',
      ...(values.coverage ? coverage : []),
      'scripts/test-process.ts',
    ],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env },
  );
  child.on('message', () => child.send({ file: waiting.shift() }));
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let counts: Counts | undefined;
  for await (const line of createInterface({ input: child.stdout! })) {
    const read = readCounts(line);
    if (read) counts = read;
    else process.stdout.write(`${line}\n`);
  }
  const [code, signal] = await exit;
  // All its tests passed and it failed all the same: without a word nobody would know why.
  if (code !== 0 && counts?.failed === 0)
    process.stdout.write(`A process of tests ended with ${signal ?? `code ${code}`} after its tests.\n`);
  // One that ended before it could count has failed, whatever its code.
  return { code: counts ? (code ?? 1) : 1, counts: counts ?? { passed: 0, failed: 0, skipped: 0 } };
}

function readSource(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
