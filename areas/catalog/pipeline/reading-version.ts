import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../reading/', import.meta.url));

/**
 * Names the code that reads pages: when it changes, a page that has not changed must be read whole again all the same.
 * A hash of the files, because nobody forgets to raise it; a changed comment costs a few pages, which is the cheaper mistake.
 */
export const reading_version: string = versionOf(folder);

function versionOf(path: string): string {
  const hash = createHash('sha256');
  const files = globSync('**/*.ts', { cwd: path, exclude: (name) => name.endsWith('.test.ts') });
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(`${path}${file}`));
  return hash.digest('hex').slice(0, 16);
}
