import { askForClean, keepOriginal, noteUploaded, openPhoto, removeGarments } from '#areas/garments/index.ts';
import { me, readMe } from '#areas/people/index.ts';
import type { Item, ItemChange } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';
import type { Made } from './add-item.ts';
import { deleteItem, ownsItem, updateItem } from './item.store.ts';
import { showItem } from './present-item.ts';
import { asUsual } from './wash-pace.ts';

/** Keeps what was said, puts the garment away, or takes it out. What is undefined stays. */
export async function changeItem(ctx: Ctx, id: string, { archive_reason, ...said }: ItemChange): Promise<Item> {
  const person_id = me(ctx);
  const archived_at = archive_reason === null ? null : ctx.clock.now().toISOString();
  const archived = archive_reason === undefined ? {} : { archive_reason, archived_at };
  if (!(await updateItem(ctx, person_id, id, { ...asUsual(said), ...archived }))) throw notFound('garment');
  return showItem(ctx, person_id, id);
}

/** Deletes a garment, its log, its photos and what was made from them, now. */
export async function removeItem(ctx: Ctx, id: string): Promise<void> {
  const person_id = me(ctx);
  await inTransaction(ctx, async (tx) => {
    if (!(await deleteItem(tx, person_id, id))) throw notFound('garment');
    await removeGarments(tx, [id]);
  });
  await deleteDoomedFiles(ctx, { owner_id: person_id });
}

/** Says where another photo goes; what can be seen stays until it is there. */
export async function replacePhoto(ctx: Ctx, id: string, image_bytes: number | null): Promise<Made> {
  const person_id = await owner(ctx, id);
  const upload_url = await inTransaction(ctx, (tx) => openPhoto(tx, id, image_bytes));
  if (upload_url === undefined) throw notFound('garment');
  return { item: await showItem(ctx, person_id, id), upload_url, is_new: false };
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

/** Has the photo shown as it was taken, background and all. */
export async function keepItemOriginal(ctx: Ctx, id: string): Promise<Item> {
  const person_id = await owner(ctx, id);
  await keepOriginal(ctx, id);
  return showItem(ctx, person_id, id);
}

/** Gives who is asking, if the garment is theirs. Missing and somebody else's look alike. */
export async function owner(ctx: Ctx, id: string): Promise<string> {
  const person_id = me(ctx);
  if (!(await ownsItem(ctx, person_id, id))) throw notFound('garment');
  return person_id;
}
