import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PersonPhoto, TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { personJpeg } from '#platform/testing/dressed-visitor.ts';
import { call, countStray, type Owner } from './garment-photos.ts';

/** What somebody photographed of themselves, and what of it they had deleted. */
export interface Erasures {
  /** Photos that are there, or were just being deleted when the server went. */
  waiting: string[];
  /** Photos whose deletion was acknowledged. */
  erased: string[];
  acknowledged: number;
}

/** A photo is looked at for about this long: the deletion should come before, in the middle and after, ms. */
const looked_at_ms = 600;

/**
 * Photographs a person, has a look drawn, and has all photos deleted in the middle of it, over and over until the server is gone:
 * one photo was taken in, the other is just being looked at. What is put on stays.
 */
export async function eraseUntilGone(owner: Owner & { item_id: string }, random: () => number, erasures: Erasures): Promise<void> {
  try {
    for (;;) {
      await erase(owner, erasures);
      const photo_id = await handIn(owner, erasures);
      await call<TryOnSession>(owner, 'POST', '/v1/tryon/sessions', { photo_id, items: [owner.item_id] });
      const looking = handIn(owner, erasures);
      await sleep(random() * looked_at_ms);
      await erase(owner, erasures);
      await looking;
    }
  } catch {
    // The server is gone, as with all writers.
  }
}

async function handIn(owner: Owner, erasures: Erasures): Promise<string> {
  const { photo, upload_url } = await call<{ photo: PersonPhoto; upload_url: string }>(owner, 'POST', '/v1/tryon/photos', {});
  erasures.waiting.push(photo.id);
  await fetch(owner.url + upload_url, { method: 'PUT', body: Uint8Array.from(await personJpeg()) });
  // Deleted meanwhile it is refused, as it should be; with the server gone the next call says so.
  await call(owner, 'PUT', `/v1/tryon/photos/${photo.id}/image-uploaded`).catch(() => undefined);
  return photo.id;
}

async function erase(owner: Owner, erasures: Erasures): Promise<void> {
  const going = [...erasures.waiting];
  await call(owner, 'DELETE', '/v1/me/photos');
  erasures.acknowledged += 1;
  erasures.erased.push(...going);
  erasures.waiting = erasures.waiting.filter((id) => !going.includes(id));
}

/** Says how many deleted photos are not gone, and how many files of persons' photos belong to nobody. */
export async function judgeErasures(ctx: Ctx, { erased }: Erasures): Promise<{ erased_photos_left: number; orphan_person_photos: number }> {
  const { rows } = await sql<{ id: string }>`select id from tryon_photos where state in ('waiting', 'ready')`.execute(ctx.db);
  const there = new Set(rows.map(({ id }) => id));
  const gone = new Set(erased);
  return {
    erased_photos_left:
      erased.filter((id) => there.has(id)).length + (await countStray(ctx, 'tryon-photos/', (key) => !gone.has(key.split('/')[1]!))),
    orphan_person_photos: await countStray(ctx, 'tryon-photos/', (key) => there.has(key.split('/')[1]!)),
  };
}
