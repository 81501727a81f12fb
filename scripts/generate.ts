import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { findStale } from './generate/find-stale.ts';
import { generatedFiles } from './generate/generated-files.ts';

/** Writes the files that follow from the code; `--check` writes nothing and exits with 1 when one of them is out of date. */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const files = generatedFiles(version);
const stale = findStale(files, readIfThere);

if (!values.check) for (const path of stale) write(path, files.get(path) ?? '');
for (const path of stale) process.stdout.write(values.check ? `${path} is out of date; run: npm run generate\n` : `${path} written\n`);
if (stale.length === 0) process.stdout.write('Generated files are up to date.\n');
process.exitCode = values.check && stale.length > 0 ? 1 : 0;

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
