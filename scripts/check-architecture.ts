import { globSync } from 'node:fs';
import { findViolations, readSources } from './architecture/find-violations.ts';

/** Prints every way in which the house breaks its own rules; exits with 1 when there is one. */
const violations = findViolations(
  readSources(globSync('**/*.{ts,tsx}', { exclude: (path) => /(^|\/)(node_modules|dist|data|test-results)(\/|$)/.test(path) })),
);
for (const { file, problem } of violations) process.stdout.write(`${file}: ${problem}\n`);
process.stdout.write(
  violations.length === 0 ? 'The architecture holds.\n' : `${violations.length} violations; the rules are in docs/ARCHITECTURE.md.\n`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
