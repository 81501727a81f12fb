import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** A draft grows while it is written; one untouched for so long belongs to a process that was killed. Sooner, it could be another's upload. */
const abandoned_ms = 24 * 3600 * 1000;

/** Removes drafts that nobody will finish: photos of people among them, whom no erasure would find there. */
export async function removeOldDrafts(incoming: string): Promise<void> {
  const names = await readdir(incoming).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const path = join(incoming, name);
    // It may be renamed, or removed by another process, in between.
    const { mtimeMs } = (await stat(path).catch(() => null)) ?? { mtimeMs: Infinity };
    if (mtimeMs < Date.now() - abandoned_ms) await unlink(path).catch(() => undefined);
  }
}
