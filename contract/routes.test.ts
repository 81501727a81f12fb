import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { routes } from './routes.ts';

/** What each file of the contract calls its routes. */
async function declared(): Promise<{ name: string; file: string; route: unknown }[]> {
  const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^routes\.ts$/.test(file));
  const modules = await Promise.all(
    files.map(async (file) => ({ file, exports: (await import(`./${file}`)) as Record<string, Record<string, unknown>> })),
  );
  return modules.flatMap(({ file, exports }) =>
    Object.entries(exports)
      .filter(([name]) => name.endsWith('_routes'))
      .flatMap(([, some]) => Object.entries(some).map(([name, route]) => ({ name, file, route }))),
  );
}

test('no two routes have one name: the later would silently take the place of the earlier', async () => {
  const all = await declared();
  const twice = all.filter(({ name }, i) => all.findIndex((one) => one.name === name) !== i);
  assert.deepEqual(
    twice.map(({ name }) => `${name}: ${all.flatMap((one) => (one.name === name ? [one.file] : [])).join(', ')}`),
    [],
  );
});

test('every route that a file declares is one of the API, as it is declared', async () => {
  const all = await declared();
  assert.ok(all.length > 100, 'they are found at all');
  for (const { name, file, route } of all) assert.equal((routes as Record<string, unknown>)[name], route, `${name} of ${file}`);
  assert.equal(Object.keys(routes).length, all.length);
});
