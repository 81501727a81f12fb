import { createHash } from 'node:crypto';
import { readProductIfThere } from '#areas/catalog/index.ts';
import { isPhotoProblem } from '#areas/garments/index.ts';
import { me } from '#areas/people/index.ts';
import { putAside } from '#areas/wardrobe/index.ts';
import type { TriedItem } from '#contract/tryon.ts';
import type { BringBack, Brought, Ctx, KeptData, Restore } from '#platform/area/context.ts';
import { makeDataKey } from '#platform/crypto/data-keys.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { putSealed } from '#platform/storage/sealed-files.ts';
import { kept_ms } from '../photos/photos.ts';
import { saveLook } from '../sessions/change-session.ts';
import { newSession } from '../sessions/new-session.ts';
import { findSession, insertPicture, insertSession, insertTransition } from '../sessions/session.store.ts';
import { pictureKey, sessionFolder } from '../tryon-files.ts';
import type { LookPicture, SessionRow } from '../tryon-tables.ts';
import { brought_back } from './brought-look.ts';
import { type KeptLook, looksIn } from './kept-look.ts';
import { openPictures, type OpenedPictures } from './open-pictures.ts';

/** Saved looks with what the zip holds of their pictures; photos of oneself are not brought back, and the rest has had its day. */
export const restore: Restore = {
  takes: ['sessions', 'pictures'],
  steps: (kept) =>
    looksIn(kept).map((look) => (look ? bringLook(kept, look) : { kind: 'looks', bring: () => Promise.resolve(left('unreadable')) })),
};

const left = (reason: 'unreadable' | 'photo_missing' | 'full') => (): Promise<Brought[]> =>
  Promise.resolve([{ kind: 'looks', outcome: 'skipped', reason }]);

const bringLook = (kept: KeptData, look: KeptLook): BringBack => ({
  kind: 'looks',
  bring: async (ctx) => {
    const place = await findPlace(ctx, look);
    if (place.there === 'saved') return () => Promise.resolve([{ kind: 'looks', outcome: 'known' }]);
    if (place.there === 'passing') return (tx) => keepPassing(tx, place.id);
    try {
      const pictures = await openPictures(kept, look.id);
      return pictures.preview ? (tx) => keepLook(tx, { id: place.id, look, pictures }) : left('photo_missing');
    } catch (error) {
      if (isPhotoProblem(error)) return left('unreadable');
      throw error;
    }
  },
});

interface Place {
  id: string;
  /** Whether the look lies there already: kept, or until its day is over. */
  there: 'saved' | 'passing' | null;
}

/**
 * The look under its own id, where it is theirs still; else under one that is always the same for this person and look, so that
 * work which broke off goes on under it. One that was deleted here, or is over by the clock, leaves its id to nobody: then the
 * next counts.
 */
async function findPlace(ctx: Ctx, { id, created_at }: KeptLook): Promise<Place> {
  const own = lookThere(ctx, await findSession(ctx, id));
  if (own) return { id, there: own };
  for (let turn = 0; ; turn++) {
    const next = idFor(`${me(ctx)} ${id} ${turn}`, created_at);
    const row = await findSession(ctx, next);
    const there = lookThere(ctx, row);
    if (!row || there) return { id: next, there };
  }
}

function lookThere(ctx: Ctx, row: SessionRow | undefined): Place['there'] {
  if (row?.status !== 'completed' || row.person_id !== me(ctx)) return null;
  if (row.saved_at !== null) return 'saved';
  return row.expires_at > ctx.clock.now().toISOString() ? 'passing' : null;
}

/** It is here with all its pictures, but would go with its day. */
async function keepPassing(tx: Ctx, id: string): Promise<Brought[]> {
  try {
    await saveLook(tx, id);
  } catch (error) {
    if (isFull(error)) return left('full')();
    throw error;
  }
  return [{ kind: 'looks', outcome: 'added' }];
}

const isFull = (error: unknown): boolean => error instanceof AppError && error.code === 'wardrobe.too_many_saved';

/** A UUIDv7 of a time whose other bits are given by what it is for: lists stay in the order in which looks were made. */
function idFor(what: string, created_at: string): string {
  const hex = createHash('sha256').update(`tryon.brought ${what}`).digest('hex');
  const time = Math.max(0, Date.parse(created_at)).toString(16).padStart(12, '0').slice(-12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

async function keepLook(tx: Ctx, { id, look, pictures }: { id: string; look: KeptLook; pictures: OpenedPictures }): Promise<Brought[]> {
  const now = tx.clock.now().toISOString();
  const earlier = (time: string): string => (time < now ? time : now);
  const [created_at, saved_at] = [earlier(look.created_at), earlier(look.saved_at)];
  const row: SessionRow = {
    ...newSession(tx, { person_id: me(tx), items: await asSoldHere(tx, look.items) }),
    id,
    status: 'completed',
    stage: 'done',
    progress: 1,
    confidence: look.confidence ?? 0,
    parts: look.parts,
    nudges: pictures.nudged ? look.nudges : null,
    renderer: { name: brought_back, instead_of: null, reason: null },
    created_at,
    ended_at: created_at,
    saved_at,
    expires_at: new Date(tx.clock.now().getTime() + kept_ms).toISOString(),
  };
  try {
    await putAside(tx, { kind: 'look', id, saved_at });
  } catch (error) {
    if (isFull(error)) return left('full')();
    throw error;
  }
  await insertSession(tx, row);
  await insertTransition(tx, { session_id: id, from_status: null, to_status: 'completed', reason: 'brought back', at: now });
  await keepFiles(tx, row, pictures);
  return [{ kind: 'looks', outcome: 'added' }];
}

async function keepFiles(tx: Ctx, { id: session_id, attempts: attempt, person_id }: SessionRow, pictures: OpenedPictures): Promise<void> {
  const key = await makeDataKey(tx, person_id!);
  try {
    for (const [kind, { content, media_type, width, height }] of Object.entries(pictures)) {
      const row = {
        id: newId(),
        session_id,
        attempt,
        kind: kind as LookPicture,
        media_type,
        width,
        height,
        size_bytes: content.byteLength,
      };
      await putSealed(tx, { storage_key: pictureKey(row), key }, content);
      await insertPicture(tx, row);
    }
  } catch (error) {
    // The rows go with the transaction, the files would not.
    await tx.storage.deleteAll(sessionFolder(session_id)).catch(() => undefined);
    throw error;
  }
}

/** Shop, price and address count as they are here, or not at all: a zip could name any. */
async function asSoldHere(tx: Ctx, items: readonly TriedItem[]): Promise<TriedItem[]> {
  const shown: TriedItem[] = [];
  for (const item of items) {
    const product = item.product_id === null ? undefined : await readProductIfThere(tx, item.product_id);
    const unsold = {
      ...item,
      product_id: product ? item.product_id : null,
      price_minor: null,
      currency: null,
      product_url: null,
      boutique: null,
    };
    if (!product || item.kind === 'item') {
      shown.push(unsold);
      continue;
    }
    const { price_minor, currency } = product.variants.find(({ color }) => color === item.color) ?? product;
    const seller = product.boutique;
    const boutique = seller && { slug: seller.slug, name: seller.name, product_id: product.id, price_minor, currency };
    shown.push({ ...unsold, price_minor, currency, boutique, product_url: seller ? null : product.product_url });
  }
  return shown;
}
