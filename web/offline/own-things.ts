import { pictureKey } from './own-paths.ts';
import { type Asked, fetchInTime, keep, storeName, type StoreKind } from './stores.ts';

/** Under which name of a header a kept answer says when it was seen, ISO 8601. */
const seen_header = 'x-toile-seen-at';
/** Longer than for public answers: what was just changed must not look as it did before because the line is slow. */
const patience_ms = 10_000;

/**
 * Answers what somebody owns: fresh where there is a connection, else as it was last seen. Says which through `onSeenAt`. Whoever
 * is nobody any more has nothing kept here.
 */
export async function answerOwn({ request, later }: Asked, onSeenAt: (seen_at: string | null) => void): Promise<Response> {
  const store = await caches.open(storeName('own-answers'));
  const last_seen = newerOf(await store.match(request.url), await findInLists(store, new URL(request.url).pathname));
  try {
    const answer = await (last_seen ? fetchInTime(request, patience_ms) : fetch(request));
    if (answer.status === 401) await forgetOwn();
    else if (answer.status === 404) await store.delete(request.url);
    else if (answer.ok) {
      later(keepOwn('own-answers', request.url, dated(answer.clone())));
      onSeenAt(null);
    }
    return answer;
  } catch (error) {
    if (!last_seen || request.signal.aborted) throw error;
    onSeenAt(last_seen.headers.get(seen_header));
    return last_seen;
  }
}

/** A picture is the same as long as its name is, however its address is signed: what is here is given, what is not is fetched and kept. */
export async function answerOwnPicture({ request, later }: Asked): Promise<Response> {
  const key = pictureKey(new URL(request.url).pathname);
  const store = await caches.open(storeName('own-pictures'));
  const found = await store.match(key);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.status === 200) later(keepOwn('own-pictures', key, answer.clone()));
  return answer;
}

/** Sends a request, and before its answer is given nothing is left of what was seen of a wardrobe. */
export async function forgetOwnAfter(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } finally {
    // Even without an answer: it may have been done. A browser that will not let go must not keep the page from its answer.
    await forgetOwn().catch(() => undefined);
    // Of whoever has all their photos deleted, those that were still on their way too (wardrobe/unsent-photos.ts).
    if (new URL(request.url).pathname.startsWith('/v1/me')) indexedDB.deleteDatabase('toile-photos');
  }
}

async function forgetOwn(): Promise<void> {
  await Promise.all((['own-answers', 'own-pictures'] as const).map((what) => caches.delete(storeName(what))));
}

/** What was on its way while its owner left is not laid away after all: the store that it was meant for is gone. */
async function keepOwn(what: StoreKind, key: string, answer: Response): Promise<void> {
  if (await caches.has(storeName(what))) await keep(what, key, answer);
}

/** An answer with the time of now. Its body is unpacked already, so of its headers only the kind of content still holds. */
const dated = (answer: Response): Response =>
  new Response(answer.body, { headers: { 'content-type': 'application/json', [seen_header]: new Date().toISOString() } });

/** A list may have been seen after the item itself was. */
const newerOf = (one: Response | undefined, other: Response | undefined): Response | undefined =>
  one && other ? ((one.headers.get(seen_header) ?? '') >= (other.headers.get(seen_header) ?? '') ? one : other) : (one ?? other);

/** An item out of the list in which it was seen last: many are never opened. */
async function findInLists(store: Cache, path: string): Promise<Response | undefined> {
  const id = /^\/v1\/items\/([^/]+)$/.exec(path)?.[1];
  if (id === undefined) return undefined;
  // Seen last first.
  for (const key of (await store.keys()).toReversed()) {
    if (new URL(key.url).pathname !== '/v1/wardrobe') continue;
    const list = await store.match(key);
    if (!list) continue;
    const { items } = (await list.clone().json()) as { items: { id: string }[] };
    const item = items.find((one) => one.id === id);
    if (item) return new Response(JSON.stringify(item), { headers: list.headers });
  }
  return undefined;
}
