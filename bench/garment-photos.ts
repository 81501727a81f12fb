import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Item } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';

/** Somebody with a wardrobe, on a server. */
export interface Owner {
  url: string;
  headers: Record<string, string>;
}

export async function signUp(url: string, email: string): Promise<Owner> {
  const payload = JSON.stringify({ email, password: 'correct horse battery' });
  const answer = await fetch(`${url}/v1/auth/signup`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: payload });
  const { access_token } = (await answer.json()) as { access_token: string };
  return { url, headers: { authorization: `Bearer ${access_token}` } };
}

export async function call<T>({ url, headers }: Owner, method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Adds a garment and sends its photo; gives its id once the server said that it has it, and how long that took, ms. */
export async function sendPhoto(
  owner: Owner,
  photo: Uint8Array<ArrayBuffer>,
  background?: 'clean',
): Promise<{ id: string; acknowledged_ms: number }> {
  const { item, upload_url } = await call<{ item: Item; upload_url: string }>(owner, 'POST', '/v1/items', { image_bytes: photo.length });
  await fetch(owner.url + upload_url, { method: 'PUT', body: photo });
  const began = performance.now();
  await call(owner, 'PUT', `/v1/items/${item.id}/image-uploaded`, background ? { background } : {});
  return { id: item.id, acknowledged_ms: performance.now() - began };
}

/** Waits until nothing is done any more about photos, `within_ms` at most, and returns how many are not as they should be. */
export async function countUnfinished(
  owner: Owner,
  ids: readonly string[],
  { within_ms, is_finished }: { within_ms: number; is_finished: (photo: Item['photo']) => boolean },
): Promise<number> {
  const deadline = Date.now() + within_ms;
  for (;;) {
    let waiting = 0;
    for (const id of ids) if (!is_finished((await call<Item>(owner, 'GET', `/v1/items/${id}`)).photo)) waiting += 1;
    if (waiting === 0 || Date.now() > deadline) return waiting;
    await sleep(500);
  }
}

/** Waits until nobody's photo is worked on any more, `within_ms` at most: what is being written when a server stops is written again. */
export async function waitForPhotos(ctx: Ctx, within_ms: number): Promise<void> {
  const deadline = Date.now() + within_ms;
  for (;;) {
    const { rows } = await sql<{ busy: number }>`
      select count(*) as busy from garments_garments where 'processing' in (photo_state, clean_state)`.execute(ctx.db);
    if ((rows[0]?.busy ?? 0) === 0 || Date.now() > deadline) return;
    await sleep(500);
  }
}

/**
 * Files of photos and uploads that no row leads to. A painted mask that was put away lies with its photo, and a piece that was cut
 * off with its upload: they go with those.
 */
export async function countOrphanFiles(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ folder: string }>`
    select distinct 'garments/' || garment_id || '/' || photo_id || '/' as folder from garments_pictures
    union all select 'uploads/' || id || '/' from platform_uploads
  `.execute(ctx.db);
  const known = new Set(rows.map(({ folder }) => folder));
  const isKnown = (key: string): boolean => known.has(key.slice(0, key.lastIndexOf('/') + 1));
  return (await countStray(ctx, 'garments/', isKnown)) + (await countStray(ctx, 'uploads/', isKnown));
}

/** Counts files under a prefix that nobody knows, once all that is noted to be deleted has gone. */
export async function countStray(ctx: Ctx, prefix: string, isKnown: (key: string) => boolean): Promise<number> {
  await deleteDoomedFiles(ctx);
  let stray = 0;
  for (let after: string | null | undefined; after !== null;) {
    const page = await ctx.storage.list(prefix, { after });
    for (const { key } of page.objects) {
      if (isKnown(key)) continue;
      stray += 1;
      console.log(`${key} belongs to nothing`);
    }
    after = page.next;
  }
  return stray;
}
