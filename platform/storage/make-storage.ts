import { Readable } from 'node:stream';
import { explainStorageFailure } from './storage-errors.ts';
import { checkKey, checkPrefix } from './storage-key.ts';
import type { Storage, StorageDriver } from './storage.ts';
import { wholeContent } from './whole-content.ts';

const page_max = 1000;
const never = new AbortController().signal;

/** Makes the port in front of a driver: keys checked, contents verified, failures in words. */
export function makeStorage(driver: StorageDriver): Storage {
  const storage: Storage = {
    put: async (key, content, signal = never) => {
      checkKey(key);
      return explained(signal, `put ${key}`, () => driver.write(key, content, signal));
    },
    get: async (key, signal = never) => {
      checkKey(key);
      const found = await explained(signal, `get ${key}`, () => driver.read(key, signal));
      if (!found) return undefined;
      const { pieces, ...object } = found;
      const content = Readable.from(explainedPieces(wholeContent(pieces, object, key), signal, key), { objectMode: false });
      // Who lets go before the first piece never wakes the generator, which would pass it on.
      content.once('close', () => pieces.destroy());
      return { ...object, content };
    },
    head: async (key, signal = never) => {
      checkKey(key);
      return explained(signal, `head ${key}`, () => driver.head(key, signal));
    },
    delete: async (key, signal = never) => {
      checkKey(key);
      await explained(signal, `delete ${key}`, () => driver.remove(key, signal));
    },
    list: async (prefix, { after, limit = page_max, signal = never } = {}) => {
      checkPrefix(prefix);
      if (after !== undefined) checkKey(after);
      return explained(signal, `list ${prefix}`, () => driver.list(prefix, { after, signal, limit: Math.min(limit, page_max) }));
    },
    deleteAll: async (prefix, signal = never) => {
      // All there is at once is never meant.
      if (prefix === '') throw new Error('not a storage prefix: nothing');
      let [count, after]: [number, string | null | undefined] = [0, undefined];
      while (after !== null) {
        const page = await storage.list(prefix, { after, signal });
        for (const { key } of page.objects) await storage.delete(key, signal);
        count += page.objects.length;
        after = page.next;
      }
      return count;
    },
    check: (signal = never) => explained(signal, 'check', () => driver.check(signal)),
    stop: () => driver.stop(),
  };
  return storage;
}

async function explained<T>(signal: AbortSignal, what: string, act: () => Promise<T>): Promise<T> {
  try {
    signal.throwIfAborted();
    return await act();
  } catch (error) {
    throw explainStorageFailure(error, signal, what);
  }
}

async function* explainedPieces(pieces: AsyncIterable<Uint8Array>, signal: AbortSignal, key: string): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    throw explainStorageFailure(error, signal, `get ${key}`);
  }
}
