import type { Readable } from 'node:stream';

export interface StoredObject {
  size_bytes: number;
  /** In hex, of the whole content. */
  sha256: string;
}

export interface StoredContent extends StoredObject {
  /** Fails, before its last piece is given, when what comes is not what was put: half an object never ends well. */
  content: Readable;
}

export interface StoredPage {
  objects: { key: string; size_bytes: number }[];
  /** Give it as `after` to go on; null at the end. */
  next: string | null;
}

/**
 * Keeps bytes under keys: encrypted photos, pictures, model weights. An object is there whole or not at all.
 * Keys are segments of lower-case letters, digits and `. _ -`, joined by `/`. A prefix ends with `/`, so that
 * `photos/1/` never means `photos/12/`. Throws `platform.storage_unavailable`, `platform.storage_damaged`,
 * `platform.disk_full`, or the signal's reason.
 */
export interface Storage {
  /** Replaces what was there. A source that fails, or is aborted, leaves everything as it was. */
  put: (key: string, content: Uint8Array | AsyncIterable<Uint8Array>, signal?: AbortSignal) => Promise<StoredObject>;
  /** undefined: there is nothing. The caller reads `content` to its end or destroys it. */
  get: (key: string, signal?: AbortSignal) => Promise<StoredContent | undefined>;
  head: (key: string, signal?: AbortSignal) => Promise<StoredObject | undefined>;
  /** Is content when there is nothing. */
  delete: (key: string, signal?: AbortSignal) => Promise<void>;
  /** In the order of the keys' bytes; an empty prefix means all. */
  list: (prefix: string, page?: { after?: string | undefined; limit?: number; signal?: AbortSignal }) => Promise<StoredPage>;
  /** Deletes all under a prefix and returns how many there were; after a failure it may be called again. */
  deleteAll: (prefix: string, signal?: AbortSignal) => Promise<number>;
  /** `degraded`: little room is left. Rejects when it cannot be reached. */
  check: (signal?: AbortSignal) => Promise<'healthy' | 'degraded'>;
  stop: () => Promise<void>;
}

/** What a driver does; keys are checked, contents are verified and failures are put in words in front of it. */
export interface StorageDriver {
  write: (key: string, content: Uint8Array | AsyncIterable<Uint8Array>, signal: AbortSignal) => Promise<StoredObject>;
  read: (key: string, signal: AbortSignal) => Promise<(StoredObject & { pieces: Readable }) | undefined>;
  head: (key: string, signal: AbortSignal) => Promise<StoredObject | undefined>;
  remove: (key: string, signal: AbortSignal) => Promise<void>;
  list: (prefix: string, page: { after: string | undefined; limit: number; signal: AbortSignal }) => Promise<StoredPage>;
  check: (signal: AbortSignal) => Promise<'healthy' | 'degraded'>;
  stop: () => Promise<void>;
}
