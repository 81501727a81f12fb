import * as z from 'zod';
import { bringPhoto, isPhotoProblem, lacksPhoto, openPhoto, photosIn, type KeptPhotos } from '#areas/garments/index.ts';
import { me } from '#areas/people/index.ts';
import { wash, wear } from '#contract/wardrobe.ts';
import type { BringBack, Brought, Ctx, Restore } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { bringItem, findBrought, keptItem, type KeptItem } from './bring-item.ts';
import { bringSaved, keptSaved } from './saved/bring-saved.ts';

const rows = z.array(z.unknown()).catch([]);
const kept_wardrobe = z.object({ items: rows, wears: rows, washes: rows, saved: rows });
const keptWear = z.object({ item_id: z.uuid(), worn_on: wear.shape.worn_on });
const keptWash = z.object({ item_id: z.uuid(), washed_on: wash.shape.washed_on });

/** What somebody owns with its log and photos, and what they put aside. What is here already stays as it is. */
export const restore: Restore = {
  takes: ['items', 'wears', 'washes', 'saved'],
  steps: (kept) => {
    const { success, data } = kept_wardrobe.safeParse(kept.of('wardrobe'));
    if (!success) return [];
    const photos = photosIn(kept);
    const days = {
      worn: daysOf(data.wears.flatMap((row) => keptWear.safeParse(row).data ?? []).map((one) => [one.item_id, one.worn_on])),
      washed: daysOf(data.washes.flatMap((row) => keptWash.safeParse(row).data ?? []).map((one) => [one.item_id, one.washed_on])),
    };
    const items = data.items.flatMap((row) => {
      const { data: item } = keptItem.safeParse(row);
      if (!item) return [unreadable('garments')];
      const log = { worn: days.worn.get(item.id) ?? [], washed: days.washed.get(item.id) ?? [] };
      const brought = step('garments', (tx) => bringItem(tx, item, log));
      return photos.ids.has(item.id) ? [brought, bringPhotoOf(item, photos)] : [brought];
    });
    const saved = data.saved.map((row) => {
      const { data: thing } = keptSaved.safeParse(row);
      return thing ? step('saved', (tx) => bringSaved(tx, thing)) : unreadable('saved');
    });
    return [...items, ...saved];
  },
};

const step = (kind: BringBack['kind'], take: (tx: Ctx) => Promise<Brought[]>): BringBack => ({ kind, bring: () => Promise.resolve(take) });
const left = (kind: BringBack['kind'], reason: 'unreadable' | 'photo_missing') => (): Promise<Brought[]> =>
  Promise.resolve([{ kind, outcome: 'skipped', reason }]);
const unreadable = (kind: BringBack['kind']): BringBack => step(kind, left(kind, 'unreadable'));
const nothing = (): Promise<Brought[]> => Promise.resolve([]);

function daysOf(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [item_id, day] of entries) {
    const days = found.get(item_id);
    if (days) days.push(day);
    else found.set(item_id, [day]);
  }
  return found;
}

/** A photo is for a garment that has none: of one that is here, too, whose photos were deleted. */
const bringPhotoOf = (item: KeptItem, photos: KeptPhotos): BringBack => ({
  kind: 'photos',
  bring: async (ctx) => {
    const found = await findBrought(ctx, me(ctx), item);
    if (!found || !(await lacksPhoto(ctx, found.id))) return nothing;
    try {
      const photo = await photos.read(item.id);
      if (!photo) return left('photos', 'photo_missing');
      // Where its files go stands in a row before the first is written, so that none is left over.
      await inTransaction(ctx, (tx) => openPhoto(tx, found.id, null));
      return async (tx) => ((await bringPhoto(tx, found.id, photo)) ? [{ kind: 'photos', outcome: 'added' }] : []);
    } catch (error) {
      if (isPhotoProblem(error)) return left('photos', 'unreadable');
      throw error;
    }
  },
});
