import { addGarment, findPhotoUrl } from '#areas/garments/index.ts';
import { me } from '#areas/people/index.ts';
import type { Item, ItemDraft } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { newId } from '#platform/ids/new-id.ts';
import { wardrobeFull } from './errors.ts';
import { countItems, findByClientId, findByProduct, insertItem, lockWardrobe, updateItem } from './item.store.ts';
import { showItem } from './present-item.ts';
import { readOwnedProduct, type OwnedProduct } from './read-owned-product.ts';
import { take_product_picture, takeProductPicture } from './take-product-picture.ts';
import { said_fields, type Said } from './wardrobe-tables.ts';
import { asUsual } from './wash-pace.ts';

/** A large wardrobe has 300 garments. */
const items_max = 1000;
/** Whoever may come again without end gets a drawer. */
const anonymous_items_max = 60;
export const itemsMax = ({ actor }: Pick<Ctx, 'actor'>): number => (actor.has_account ? items_max : anonymous_items_max);

export type Made = { item: Item; upload_url: string | null; is_new: boolean };

/**
 * Adds a garment and says where its photo goes; sent again with the same `client_id`, or as the same product in the same colour,
 * it is the same garment, taken out of the archive if it lay there. A boutique's product brings its picture along. Throws
 * `wardrobe.full`, `request.not_found` for a product that the asker may not see, `request.invalid` for a colour it has not.
 */
export async function addItem(ctx: Ctx, { client_id, image_bytes, product_id, product_color, ...said }: ItemDraft): Promise<Made> {
  const person_id = me(ctx);
  const product = product_id === undefined ? null : await readOwnedProduct(ctx, { product_id, product_color, size: said.sizes?.[0] });
  const { id, is_new } = await inTransaction(ctx, async (tx) => {
    await lockWardrobe(tx, person_id);
    const known = await findKnown(tx, person_id, { client_id, product });
    if (known) {
      if (product) await ownAgain(tx, person_id, known.id);
      return { id: known.id, is_new: false };
    }
    const most = itemsMax(tx);
    if ((await countItems(tx, person_id)) >= most) throw wardrobeFull(most, tx.actor.has_account);
    const [new_id, now] = [newId(), tx.clock.now().toISOString()];
    const unsaid = Object.fromEntries(said_fields.map((name) => [name, null])) as unknown as Said;
    const dates = { guesses: null, archived_at: null, archive_reason: null, created_at: now, updated_at: now };
    const of_product = { product_id: product?.id ?? null, product_color: product?.color ?? null, awaits_product_picture: product !== null };
    const row = { ...unsaid, ...product?.facts, ...asUsual(said), ...of_product, ...dates };
    await insertItem(tx, { ...row, id: new_id, person_id, client_id: client_id ?? null });
    await addGarment(tx, { id: new_id, owner_id: person_id, image_bytes: image_bytes ?? null });
    if (product) await handIn(tx, new_id);
    return { id: new_id, is_new: true };
  });
  if (product) await bringAlong(ctx, id);
  return { item: await showItem(ctx, person_id, id), upload_url: await findPhotoUrl(ctx, id), is_new };
}

async function findKnown(
  tx: Ctx,
  person_id: string,
  { client_id, product }: { client_id: string | undefined; product: OwnedProduct | null },
): Promise<{ id: string } | undefined> {
  const known = client_id === undefined ? undefined : await findByClientId(tx, person_id, client_id);
  return known ?? (product ? findByProduct(tx, person_id, product) : undefined);
}

/** Whoever says that they own it has it at hand, and would see it. */
async function ownAgain(tx: Ctx, person_id: string, id: string): Promise<void> {
  await updateItem(tx, person_id, id, { archive_reason: null, archived_at: null, awaits_product_picture: true });
  await handIn(tx, id);
}

/** A server that ends in between, or a storage that is away, costs no picture; usually there is nothing left to do then. */
const later_s = 30;
const handIn = (tx: Ctx, item_id: string): Promise<void> =>
  enqueue(tx, take_product_picture, { item_id }, { singleton_key: item_id, start_after_s: later_s });

/** At once, because it is shown next. The garment is theirs in any case; what fails here the job does. */
async function bringAlong(ctx: Ctx, id: string): Promise<void> {
  await takeProductPicture(ctx, id).catch((error: unknown) => {
    ctx.log.warn({ err: error, item_id: id }, 'the picture of an owned product could not be taken yet');
  });
}
