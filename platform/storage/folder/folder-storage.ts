import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm, rmdir, statfs, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { StorageDriver, StoredObject } from '../storage.ts';
import { measured } from '../whole-content.ts';
import { file_ending, listFolder } from './list-folder.ts';
import { makeFooter, readFooter } from './footer.ts';
import { removeOldDrafts } from './remove-old-drafts.ts';

/** Below this an operator should make room; there is still time. */
const room_wanted_bytes = 512 * 1024 * 1024;
const mode_folder = 0o700;
const mode_file = 0o600;

/**
 * Keeps objects as files under one folder, made at the first put. A file is written beside, forced to the disk and
 * then renamed: after a crash the old object is there or the new one, whole. Its last bytes say how long it is and its checksum.
 * What a killed process left half-written is removed at the start of another, a day later.
 */
export function folderStorage(root: string): StorageDriver {
  const place = (key: string): string => join(root, ...key.split('/')) + file_ending;
  const incoming = join(root, '.incoming');
  // Nobody waits for it but `stop`; a folder that is away now is told by `check`, and swept at the next start.
  const swept = removeOldDrafts(incoming).catch(() => undefined);
  const head = (key: string) => withFile(place(key), readFooter);
  return {
    head,
    write: async (key, content, signal) => {
      await mkdir(incoming, { recursive: true, mode: mode_folder });
      const draft = join(incoming, randomUUID());
      try {
        const stored = await writeDraft(draft, content, signal);
        signal.throwIfAborted();
        await moveInto(draft, place(key));
        return stored;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    read: async (key) => {
      const file = await openIfThere(place(key));
      if (!file) return undefined;
      try {
        const object = await readFooter(file);
        return { ...object, pieces: await piecesOf(file, object) };
      } catch (error) {
        await file.close();
        throw error;
      }
    },
    remove: async (key) => {
      await unlink(place(key)).catch(unlessMissing);
      await removeEmpty(dirname(place(key)), root);
    },
    list: (prefix, page) => listFolder(root, prefix, page),
    check: async () => {
      const there = await nearestFolder(root);
      await access(there, constants.W_OK);
      const { bavail, bsize } = await statfs(there);
      return bavail * bsize < room_wanted_bytes ? 'degraded' : 'healthy';
    },
    stop: () => swept,
  };
}

async function writeDraft(path: string, content: Uint8Array | AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<StoredObject> {
  const { pieces, result } = measured(content);
  const file = await open(path, 'wx', mode_file);
  try {
    for await (const piece of pieces) {
      signal.throwIfAborted();
      await file.writeFile(piece);
    }
    const stored = result();
    await file.writeFile(makeFooter(stored));
    await file.sync();
    return stored;
  } finally {
    await file.close();
  }
}

/** Somebody may remove the empty folder in between, so it is tried again. */
async function moveInto(draft: string, path: string, tries = 5): Promise<void> {
  const first = await mkdir(dirname(path), { recursive: true, mode: mode_folder });
  try {
    await rename(draft, path);
  } catch (error) {
    if (tries === 0 || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return moveInto(draft, path, tries - 1);
  }
  // A name is on the disk when its folder is; and so are new folders.
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    await syncFolder(folder);
    if (!first || folder === dirname(first) || folder === dirname(folder)) return;
  }
}

async function syncFolder(path: string): Promise<void> {
  await withFile(path, (folder) => folder.sync());
}

/** The stream owns the file: read to its end, or destroyed before anything was read, it closes it. */
async function piecesOf(file: FileHandle, { size_bytes }: StoredObject): Promise<Readable> {
  if (size_bytes > 0) return file.createReadStream({ start: 0, end: size_bytes - 1 });
  await file.close();
  return Readable.from([]);
}

async function withFile<T>(path: string, act: (file: FileHandle) => Promise<T>): Promise<T | undefined> {
  const file = await openIfThere(path);
  try {
    return file && (await act(file));
  } finally {
    await file?.close();
  }
}

const openIfThere = (path: string): Promise<FileHandle | undefined> => open(path, 'r').catch(unlessMissing);

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

/** The names of folders tell of people too. */
async function removeEmpty(folder: string, root: string): Promise<void> {
  if (folder === root || !folder.startsWith(root)) return;
  try {
    await rmdir(folder);
  } catch {
    return;
  }
  await removeEmpty(dirname(folder), root);
}

/** Before the first put there is no folder yet. */
async function nearestFolder(path: string): Promise<string> {
  return (await access(path).then(
    () => true,
    () => false,
  )) || path === dirname(path)
    ? path
    : nearestFolder(dirname(path));
}
