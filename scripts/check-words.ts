import { globSync, readFileSync } from 'node:fs';
import { findWords } from './words/find-words.ts';

/** Prints every word that a component of the web app says without the catalogue; exits with 1 when there is one. */
const files = new Map(globSync('web/**/*.tsx').map((file): [string, string] => [file, readFileSync(file, 'utf8')]));
const found = findWords(files);
for (const { file, line, words } of found) process.stdout.write(`${file}:${line}: "${words}"\n`);
process.stdout.write(
  found.length === 0
    ? `Every word of ${files.size} files is from the catalogue.\n`
    : `${found.length} words in code; a shopper's belong in web/messages/en.json, a story's in web/design/stories/words.ts.\n`,
);
process.exitCode = found.length === 0 ? 0 : 1;
