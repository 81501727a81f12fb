/** A photo on its way, as it is kept until it has arrived: a page that is loaded again, or a browser that ended, goes on with it. */
export interface UnsentPhoto {
  /** The `client_id` of its item. */
  key: string;
  name: string;
  photo: Blob;
  /** Whether it was made small already: made so again, it would no longer be the photo whose upload was begun. */
  is_small: boolean;
  /** Of the item whose photo it shall be; null: it makes a new one. */
  item_id: string | null;
  /** The new item, once it is announced. */
  made_id: string | null;
  /** null as long as nobody was told of it. */
  owner_id: string | null;
  /** Ms since 1970, for their order. */
  begun_at: number;
}

/** web/offline/forget-seen.ts deletes it by this name when its owner leaves. */
const database = 'toile-photos';
const table = 'unsent';
const lockName = (key: string): string => `toile-photo-${key}`;

/** Keeps a photo, or what has changed of it. A browser that keeps nothing sends it all the same. */
export const keepUnsent = (photo: UnsentPhoto): Promise<unknown> =>
  inTable('readwrite', (photos) => photos.put(photo)).catch(() => undefined);

/** Lets go of a photo that has arrived, or was taken back. */
export const forgetUnsent = (key: string): Promise<unknown> => inTable('readwrite', (photos) => photos.delete(key)).catch(() => undefined);

/**
 * Lists somebody's photos that were on their way and that no open page sends, the first first. What another person left behind is
 * deleted. `owner_id` null: nobody yet.
 */
export async function listUnsent(owner_id: string | null): Promise<UnsentPhoto[]> {
  const all = await inTable<UnsentPhoto[]>('readonly', (photos) => photos.getAll() as IDBRequest<UnsentPhoto[]>).catch(() => []);
  const isTheirs = (one: UnsentPhoto) => one.owner_id === null || one.owner_id === owner_id;
  // Who is not yet known to be somebody may still turn out to be the owner.
  if (owner_id !== null) await Promise.all(all.filter((one) => !isTheirs(one)).map(({ key }) => forgetUnsent(key)));
  const held = await heldLocks();
  return all.filter((one) => isTheirs(one) && !held.has(lockName(one.key))).toSorted((a, b) => a.begun_at - b.begun_at);
}

/** Lets every open page know that this one sends the photo, until the work is done or the page is gone. */
export async function whileSending(key: string, work: () => Promise<unknown>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  // Absent on plain http from another machine: sent twice it is one item all the same.
  await (locks ? locks.request(lockName(key), work) : work());
}

async function heldLocks(): Promise<ReadonlySet<string | undefined>> {
  const locks = navigator.locks as LockManager | undefined;
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.map(({ name }) => name));
}

/** Opened for each use: a connection that stays open would hold up its deletion. */
async function inTable<T>(mode: IDBTransactionMode, use: (photos: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(database, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(table, { keyPath: 'key' }));
  const opened = await resultOf(opening);
  try {
    return await resultOf(use(opened.transaction(table, mode).objectStore(table)));
  } finally {
    opened.close();
  }
}

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });
