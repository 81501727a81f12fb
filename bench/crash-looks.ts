import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Item } from '#contract/wardrobe.ts';
import type { PersonPhoto, TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { personJpeg, shirtPng } from '#platform/testing/dressed-visitor.ts';
import { call, countStray, type Owner } from './garment-photos.ts';

/** What somebody puts on, over and over. */
export interface Fitter {
  photo_id: string;
  item_id: string;
}

/** So many stand in the line at a time: a look takes about a second, and a kill should meet one that is being drawn. */
const in_line_max = 3;

/** Takes in a drawn person's photo and a shirt that is cut out already. */
export async function dressUp(owner: Owner): Promise<Fitter> {
  const { photo, upload_url } = await call<{ photo: PersonPhoto; upload_url: string }>(owner, 'POST', '/v1/tryon/photos', {});
  await fetch(owner.url + upload_url, { method: 'PUT', body: Uint8Array.from(await personJpeg()) });
  await call(owner, 'PUT', `/v1/tryon/photos/${photo.id}/image-uploaded`);
  const added = await call<{ item: Item; upload_url: string }>(owner, 'POST', '/v1/items', { title: 'Green shirt', category: 'shirt' });
  await fetch(owner.url + added.upload_url, { method: 'PUT', body: Uint8Array.from(await shirtPng()) });
  await call(owner, 'PUT', `/v1/items/${added.item.id}/image-uploaded`, { background: 'original' });
  while ((await call<Item>(owner, 'GET', `/v1/items/${added.item.id}`)).photo.state !== 'ready') await sleep(100);
  return { photo_id: photo.id, item_id: added.item.id };
}

/** Asks for looks until the server is gone; each is asked for twice with one key, as somebody does whose answer was lost. */
export async function lookUntilGone(owner: Owner, { photo_id, item_id }: Fitter, looks: string[]): Promise<void> {
  const mine: string[] = [];
  try {
    for (;;) {
      const headers = { ...owner.headers, 'idempotency-key': `look-${looks.length}-${Math.trunc(performance.now())}` };
      const ask = () => call<TryOnSession>({ ...owner, headers }, 'POST', '/v1/tryon/sessions', { photo_id, items: [item_id] });
      const { session_id } = await ask();
      looks.push(session_id);
      mine.push(session_id);
      await ask();
      while ((await countOver(owner, mine)) < mine.length - in_line_max) await sleep(50);
    }
  } catch {
    // The server is gone, as with all writers.
  }
}

const isOver = ({ status }: TryOnSession): boolean => status !== 'created' && status !== 'processing';

async function countOver(owner: Owner, ids: readonly string[]): Promise<number> {
  let over = 0;
  for (const id of ids) if (isOver(await call<TryOnSession>(owner, 'GET', `/v1/tryon/sessions/${id}`))) over += 1;
  return over;
}

async function countInLine(ctx: Ctx, photo_id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from tryon_sessions where photo_id = ${photo_id} and status in ('created', 'processing')`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** Waits until nothing is drawn any more, and says how many looks did not come of what was acknowledged, and how many are not exactly one. */
export async function judgeLooks(
  owner: Owner,
  looks: readonly string[],
  { ctx, photo_id, within_ms }: { ctx: Ctx; photo_id: string; within_ms: number },
): Promise<{ unfinished_looks: number; looks_not_once: number; orphan_look_files: number }> {
  const deadline = Date.now() + within_ms;
  // Also those whose answer was lost: they stand last in the line.
  while ((await countInLine(ctx, photo_id)) > 0 && Date.now() < deadline) await sleep(500);
  let unfinished_looks = 0;
  for (const id of looks) {
    const { status, error } = await call<TryOnSession>(owner, 'GET', `/v1/tryon/sessions/${id}`);
    if (status === 'completed') continue;
    unfinished_looks += 1;
    console.log(`look ${id} is ${status}: ${error?.code}`);
  }
  // One step to its end, four pictures of one attempt, and a session for each key.
  const { rows } = await sql<{ id: string; folder: string | null }>`
    select s.id, (select min('tryon/' || p.session_id || '/' || p.attempt || '/') from tryon_pictures p where p.session_id = s.id) as folder
    from tryon_sessions s
    where (select count(*) from tryon_transitions t where t.session_id = s.id and t.to_status = 'completed') = 1
      and (select count(*) from tryon_pictures p where p.session_id = s.id) = 4
      and (select count(distinct p.attempt) from tryon_pictures p where p.session_id = s.id) = 1`.execute(ctx.db);
  const once = new Set(rows.map(({ id }) => id));
  const folders = new Set(rows.map(({ folder }) => folder));
  // Who has photos deleted has looks that come to nothing, as they should.
  const { rows: mine } = await sql<{ id: string }>`
    select id from tryon_sessions where person_id = (select person_id from tryon_photos where id = ${photo_id})`.execute(ctx.db);
  const inFolder = (key: string): boolean => folders.has(key.slice(0, key.lastIndexOf('/') + 1));
  // A session that nobody was told of may have come of a request whose answer was lost: it must be whole too.
  return {
    unfinished_looks,
    looks_not_once: mine.filter(({ id }) => !once.has(id)).length,
    orphan_look_files: await countStray(ctx, 'tryon/', inFolder),
  };
}
