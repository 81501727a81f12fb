import { spawnSync } from 'node:child_process';

/**
 * Everything that must hold before a change lands, in the order of how soon it tells. Stops at the first that does not.
 * `--without-tests` where they ran already.
 */
const steps: [string, string, string[]][] = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types of the web app', 'tsc', ['-p', 'web/tsconfig.json']],
  ['architecture', 'node', ['scripts/check-architecture.ts']],
  ['words', 'node', ['scripts/check-words.ts']],
  ['generated files', 'node', ['scripts/generate.ts', '--check']],
  ['tests', 'node', ['scripts/run-tests.ts']],
];

for (const [name, program, args] of steps) {
  if (name === 'tests' && process.argv.includes('--without-tests')) continue;
  const started = performance.now();
  // npm puts node_modules/.bin first on the path, so these are the pinned programs and Node 24.
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (status !== 0) process.exit(1);
}
