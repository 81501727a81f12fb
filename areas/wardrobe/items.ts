import { addGarment, askForClean, findPhotoUrl, listSimilar, noteUploaded, openPhoto, removeGarments } from '#areas/garments/index.ts';
import { me, readMe } from '#areas/people/index.ts';
import type { Item, ItemChange, ItemDraft } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';
import { wardrobeFull } from './errors.ts';
import { countItems, deleteItem, findByClientId, findItem, insertItem, lockWardrobe, ownsItem, updateItem } from './item.store.ts';
import { presentItems, showItem } from './present-item.ts';
import { said_fields, type Said } from './wardrobe-tables.ts';

/** A large wardrobe has 300 garments. */
const items_max = 1000;
/** A row of them on a wide screen, and one to spare. */
const similar_max = 8;
/** Whoever may come again without end gets a drawer. */
const anonymous_items_max = 60;

type Made = { item: Item; upload_url: string | null };

/** Adds a garment and says where its photo goes; sent again with the same `client_id` it is the same garment. Throws `wardrobe.full`. */
export async function addItem(ctx: Ctx, { client_id, image_bytes, ...said }: ItemDraft): Promise<Made> {
  const person_id = me(ctx);
  const { id, upload_url } = await inTransaction(ctx, async (tx) => {
    await lockWardrobe(tx, person_id);
    const known = client_id === undefined ? undefined : await findByClientId(tx, person_id, client_id);
    if (known) return { id: known.id, upload_url: await findPhotoUrl(tx, known.id) };
    const most = tx.actor.has_account ? items_max : anonymous_items_max;
    if ((await countItems(tx, person_id)) >= most) throw wardrobeFull(most, tx.actor.has_account);
    const [new_id, now] = [newId(), tx.clock.now().toISOString()];
    const unsaid = Object.fromEntries(said_fields.map((name) => [name, null])) as unknown as Said;
    const dates = { guesses: null, archived_at: null, archive_reason: null, created_at: now, updated_at: now };
    await insertItem(tx, { ...unsaid, ...asUsual(said), ...dates, id: new_id, person_id, client_id: client_id ?? null });
    return { id: new_id, upload_url: await addGarment(tx, { id: new_id, owner_id: person_id, image_bytes: image_bytes ?? null }) };
  });
  return { item: await showItem(ctx, person_id, id), upload_url };
}

/** Keeps what was said, puts the garment away, or takes it out. What is undefined stays. */
export async function changeItem(ctx: Ctx, id: string, { archive_reason, ...said }: ItemChange): Promise<Item> {
  const person_id = me(ctx);
  const archived_at = archive_reason === null ? null : ctx.clock.now().toISOString();
  const archived = archive_reason === undefined ? {} : { archive_reason, archived_at };
  if (!(await updateItem(ctx, person_id, id, { ...asUsual(said), ...archived }))) throw notFound('garment');
  return showItem(ctx, person_id, id);
}

/** Nought wears until the wash says nothing of its owner's own: it is as is usual for its kind. */
const asUsual = <T extends { wears_per_wash?: number | null | undefined }>(said: T): T =>
  said.wears_per_wash === 0 ? { ...said, wears_per_wash: null } : said;

/** Deletes a garment, its log, its photos and what was made from them, now. */
export async function removeItem(ctx: Ctx, id: string): Promise<void> {
  const person_id = me(ctx);
  await inTransaction(ctx, async (tx) => {
    if (!(await deleteItem(tx, person_id, id))) throw notFound('garment');
    await removeGarments(tx, [id]);
  });
  await deleteDoomedFiles(ctx, person_id);
}

/** Says where another photo goes; what can be seen stays until it is there. */
export async function replacePhoto(ctx: Ctx, id: string, image_bytes: number | null): Promise<Made> {
  const person_id = await owner(ctx, id);
  const upload_url = await inTransaction(ctx, (tx) => openPhoto(tx, id, image_bytes));
  if (upload_url === undefined) throw notFound('garment');
  return { item: await showItem(ctx, person_id, id), upload_url };
}

/** Hands a photo on that has arrived; its background goes if this, or else the person's preferences, say so. */
export async function noteImageUploaded(ctx: Ctx, id: string, background: 'clean' | 'original' | undefined): Promise<Item> {
  const person_id = await owner(ctx, id);
  const wanted = background ?? (await readMe(ctx)).prefs.background_preference;
  await noteUploaded(ctx, id, wanted === 'clean');
  return showItem(ctx, person_id, id);
}

export async function cleanBackground(ctx: Ctx, id: string, look: Parameters<typeof askForClean>[2]): Promise<Item> {
  const person_id = await owner(ctx, id);
  await askForClean(ctx, id, look);
  return showItem(ctx, person_id, id);
}

/** Shows what a person owns that looks like one garment of theirs, the likest first. */
export async function listSimilarItems(ctx: Ctx, id: string): Promise<{ items: Item[] }> {
  const person_id = await owner(ctx, id);
  const ids = await listSimilar(ctx, { id, owner_id: person_id, count: similar_max });
  const rows = await Promise.all(ids.map((one) => findItem(ctx, person_id, one)));
  return {
    items: await presentItems(
      ctx,
      rows.filter((row) => row !== undefined),
    ),
  };
}

/** Gives who is asking, if the garment is theirs. Missing and somebody else's look alike. */
async function owner(ctx: Ctx, id: string): Promise<string> {
  const person_id = me(ctx);
  if (!(await ownsItem(ctx, person_id, id))) throw notFound('garment');
  return person_id;
}
