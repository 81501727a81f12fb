import { once } from 'node:events';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

/**
 * Runs the test files that it is handed until there is none left, each as a test of its own whose parts the file's tests are: so a
 * file's house is opened when its turn comes and closed after it, not beside those of all the others.
 */
await test('files', async (all) => {
  for (let file = await askForFile(); file !== undefined; file = await askForFile()) {
    const { href } = pathToFileURL(file);
    await all.test(file, async () => void (await import(href)));
  }
});
process.disconnect();

async function askForFile(): Promise<string | undefined> {
  process.send!('next');
  const [{ file }] = (await once(process, 'message')) as [{ file?: string }];
  return file;
}
