import * as z from 'zod';
import { addGarment } from '#areas/garments/index.ts';
import { readProductIfThere } from '#areas/catalog/index.ts';
import { me } from '#areas/people/index.ts';
import { wardrobe_routes } from '#contract/wardrobe.ts';
import type { Brought, Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { itemsMax } from './add-item.ts';
import { countItems, findByIds, findByProduct, insertItem, lockWardrobe } from './item.store.ts';
import { putWash, putWear } from './log/log.store.ts';
import { said_fields, type Said } from './wardrobe-tables.ts';
import { asUsual } from './wash-pace.ts';

/** A garment of a zip: what may be said of one, and what Toile notes beside it. */
export const keptItem = wardrobe_routes.changeItem.body.extend({
  id: z.uuid(),
  client_id: z.uuid().nullable(),
  product_id: z.uuid().nullable(),
  product_color: z.string().min(1).max(40).nullable(),
  archived_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
});
export type KeptItem = z.output<typeof keptItem>;

interface Log {
  worn: readonly string[];
  washed: readonly string[];
}

/** Brings one garment back with its log, in the caller's transaction; one that is here already is left as it is. */
export async function bringItem(tx: Ctx, kept: KeptItem, { worn, washed }: Log): Promise<Brought[]> {
  const person_id = me(tx);
  await lockWardrobe(tx, person_id);
  if (await findBrought(tx, person_id, kept)) return [{ kind: 'garments', outcome: 'known' }];
  if ((await countItems(tx, person_id)) >= itemsMax(tx)) return [{ kind: 'garments', outcome: 'skipped', reason: 'full' }];
  const id = newId();
  await insertItem(tx, { ...(await rowOf(tx, kept)), id, person_id });
  await addGarment(tx, { id, owner_id: person_id, image_bytes: null });
  const [latest, days] = [latestDay(tx), (all: readonly string[]) => [...new Set(all)]];
  const [worn_here, washed_here] = [days(worn).filter((day) => day <= latest), days(washed).filter((day) => day <= latest)];
  for (const day of worn_here) await putWear(tx, id, day);
  for (const day of washed_here) await putWash(tx, id, day);
  return [
    { kind: 'garments', outcome: 'added' },
    { kind: 'wears', outcome: 'added', count: worn_here.length },
    { kind: 'washes', outcome: 'added', count: washed_here.length },
  ];
}

/** Finds the garment here that one of a zip is: by what either was called, else as the same product in the same colour. */
export async function findBrought(ctx: Ctx, person_id: string, kept: KeptItem): Promise<{ id: string } | undefined> {
  const { id, client_id, product_id, product_color } = kept;
  const same = await findByIds(ctx, person_id, client_id === null ? [id] : [client_id, id]);
  return same ?? (product_id === null ? undefined : findByProduct(ctx, person_id, { id: product_id, color: product_color }));
}

async function rowOf(
  tx: Ctx,
  { product_id, product_color, ...kept }: KeptItem,
): Promise<Omit<Parameters<typeof insertItem>[1], 'id' | 'person_id'>> {
  const said = Object.fromEntries(said_fields.map((name) => [name, kept[name] ?? null])) as unknown as Said;
  // What its shop said of it stays said, also where the shop is not known.
  const product = product_id === null ? undefined : await readProductIfThere(tx, product_id);
  const { archive_reason = null, archived_at } = kept;
  const archived =
    archive_reason === null || archived_at === null ? { archive_reason: null, archived_at: null } : { archive_reason, archived_at };
  const now = tx.clock.now().toISOString();
  return {
    ...asUsual(said),
    client_id: kept.client_id ?? kept.id,
    product_id: product ? product_id : null,
    product_color: product ? product_color : null,
    // Its picture comes out of the zip, or was deleted on purpose.
    awaits_product_picture: false,
    guesses: null,
    ...archived,
    created_at: kept.created_at < now ? kept.created_at : now,
    updated_at: now,
  };
}

/** East of here it may be tomorrow already. */
const latestDay = ({ clock }: Pick<Ctx, 'clock'>): string => new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
