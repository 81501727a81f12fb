import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredPage } from '../storage.ts';
import { footer_bytes } from './footer.ts';

/** Holds a sign that no key has: `a` and `a/b` can both be there. The number is the form of the file. */
export const file_ending = ',1';

/** Lists objects under a prefix in the order of their keys. */
export async function listFolder(
  root: string,
  prefix: string,
  { after, limit, signal }: { after: string | undefined; limit: number; signal: AbortSignal },
): Promise<StoredPage> {
  const objects: StoredPage['objects'] = [];
  for await (const key of walk(root, prefix, after)) {
    signal.throwIfAborted();
    if (objects.length === limit) return { objects, next: objects.at(-1)?.key ?? null };
    const size = await stat(join(root, ...key.split('/')) + file_ending).then(
      (found) => found.size,
      () => undefined,
    );
    // It may be deleted while the list is made.
    if (size !== undefined) objects.push({ key, size_bytes: Math.max(0, size - footer_bytes) });
  }
  return { objects, next: null };
}

/** A folder's name with its slash sorts where its keys do (`a-b` before `a/b`), so the walk meets keys in order. */
async function* walk(root: string, prefix: string, after: string | undefined): AsyncGenerator<string> {
  const entries = await readdir(join(root, prefix), { withFileTypes: true }).catch(nothingIfMissing);
  const names = entries
    .flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      if (entry.isDirectory()) return [`${entry.name}/`];
      return entry.name.endsWith(file_ending) ? [entry.name.slice(0, -file_ending.length)] : [];
    })
    .toSorted((a, b) => (a < b ? -1 : 1));
  for (const name of names) {
    const path = prefix + name;
    if (!name.endsWith('/')) {
      if (after === undefined || path > after) yield path;
    } else if (after === undefined || path > after || after.startsWith(path)) {
      yield* walk(root, path, after);
    }
  }
}

function nothingIfMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
  return [];
}
