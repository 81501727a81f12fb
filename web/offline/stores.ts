/** What one version of the app keeps in the browser. */
export interface Kept {
  version: string;
  shell: readonly string[];
}

/** What a page asked for, and a way to go on with something once it is answered. */
export interface Asked {
  request: Request;
  later: (work: Promise<unknown>) => void;
}

/** Of pages and answers, the longest unused go first beyond these. A page is some 10 kB, a picture 30, one of a wardrobe up to 300. */
const seen_max = { pages: 60, answers: 120, pictures: 400, 'own-answers': 80, 'own-pictures': 300 } as const;
export type StoreKind = keyof typeof seen_max;
/** A connection that is slower than this counts as none where something kept can be shown instead. */
const patience_ms = 4000;
const frame_path = '/offline';

export const storeName = (what: StoreKind): string => `toile-${what}`;
const shellName = ({ version }: Kept): string => `toile-shell-${version}`;

/** Keeps every file that this version starts with, and the page for no connection. All or nothing. */
export async function keepShell(kept: Kept): Promise<void> {
  const store = await caches.open(shellName(kept));
  await Promise.all([store.addAll(kept.shell), keepFrame(kept)]);
}

/** Keeps the page for no connection anew, in the language of now. Past the browser's own store, which may hold the one of a version before. */
export async function keepFrame(kept: Kept): Promise<void> {
  const store = await caches.open(shellName(kept));
  await store.add(new Request(frame_path, { cache: 'reload' }));
}

/** Drops the files of versions before, and the pages and answers that were seen with them; pictures stay. */
export async function forgetOldStores(kept: Kept): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('toile-shell-') && name !== shellName(kept)).map((name) => caches.delete(name)));
  // Pages name the files of their version, and answers have its shape.
  await Promise.all((['pages', 'answers', 'own-answers'] as const).map((what) => caches.delete(storeName(what))));
}

/** Files and pictures never change under one address: what is here is given, what is not is fetched and kept. */
export async function answerFromStore({ request, later }: Asked, kept: Kept): Promise<Response> {
  const found = (await caches.match(request, { cacheName: shellName(kept) })) ?? (await caches.match(request));
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) later(keep('pictures', request, answer.clone()));
  return answer;
}

/** Fresh where there is a connection; else as it was last seen; else the frame of the app, which says that there is none. */
export async function answerFromNetworkFirst({ request, later }: Asked, kept: Kept, what: 'page' | 'answer' | 'frame'): Promise<Response> {
  const last_seen = what === 'frame' ? undefined : await caches.match(request);
  try {
    const answer = await (last_seen ? fetchInTime(request) : fetch(request));
    if (answer.ok && what !== 'frame') later(keep(what === 'page' ? 'pages' : 'answers', request, answer.clone()));
    return answer;
  } catch (error) {
    if (last_seen) return last_seen;
    const frame = what === 'answer' ? undefined : await caches.match(frame_path, { cacheName: shellName(kept) });
    if (frame) return frame;
    throw error;
  }
}

/** The time counts until an answer begins: one that has begun is read to its end, however slow. */
export async function fetchInTime(request: Request, within_ms = patience_ms): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), within_ms);
  try {
    return await fetch(request, { signal: stop.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Lays one answer away; the longest unused go beyond what a store may hold. */
export async function keep(what: StoreKind, request: Request | string, answer: Response): Promise<void> {
  const store = await caches.open(storeName(what));
  // Put again, so that the order of keys is the order of use.
  await store.delete(request);
  await store.put(request, answer);
  const keys = await store.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - seen_max[what])).map((key) => store.delete(key)));
}
