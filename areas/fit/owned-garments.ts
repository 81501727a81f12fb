import type * as z from 'zod';
import { chartRow, findSizeChart } from '#areas/catalog/index.ts';
import { me, myProfile } from '#areas/people/index.ts';
import type { OwnedGarment, owned_garment_routes as routes } from '#contract/owned-garments.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { tooManyOwned } from './errors.ts';
import { refuseUnlikelyGarment } from './unlikely-garment.ts';
import { deleteOwned, insertOwned, listOwned, lockOwned, owned_max, type OwnedRow, updateOwned } from './owned-garment.store.ts';

export async function listOwnedGarments(ctx: Ctx, profile_id: string): Promise<OwnedGarment[]> {
  const profile = await myProfile(ctx, profile_id);
  return (await listOwned(ctx, profile_id)).map((row) => show(row, profile.sizing));
}

/** Adds a garment that the person owns, and how it fits. Throws `fit.unlikely_garment` for measures that look mixed up. */
export async function addOwnedGarment(
  ctx: Ctx,
  profile_id: string,
  input: z.output<typeof routes.addOwnedGarment.body>,
): Promise<OwnedGarment> {
  me(ctx);
  const profile = await myProfile(ctx, profile_id);
  const { brand, category, size, overall, sizing = null, description = null, garment_cm = null } = input;
  refuseUnlikelyGarment(garment_cm, input.is_sure);
  const row: OwnedRow = {
    id: newId(),
    profile_id,
    brand,
    category,
    size,
    overall,
    sizing,
    description,
    garment_cm,
    created_at: ctx.clock.now().toISOString(),
  };
  await inTransaction(ctx, async (tx) => {
    await lockOwned(tx, profile_id);
    if ((await listOwned(tx, profile_id)).length >= owned_max) throw tooManyOwned();
    await insertOwned(tx, row);
  });
  return show(row, profile.sizing);
}

/** Corrects what is given and leaves the rest. When it was told stays: it is the same garment. */
export async function changeOwnedGarment(
  ctx: Ctx,
  { id: profile_id, owned_id }: { id: string; owned_id: string },
  { is_sure, ...change }: z.output<typeof routes.changeOwnedGarment.body>,
): Promise<OwnedGarment> {
  const profile = await myProfile(ctx, profile_id);
  refuseUnlikelyGarment(change.garment_cm, is_sure);
  const row = await updateOwned(ctx, { profile_id, id: owned_id }, change);
  if (!row) throw notFound('garment');
  return show(row, profile.sizing);
}

export async function removeOwnedGarment(ctx: Ctx, profile_id: string, id: string): Promise<void> {
  await myProfile(ctx, profile_id);
  if (!(await deleteOwned(ctx, profile_id, id))) throw notFound('garment');
}

function show({ sizing, description, garment_cm, ...row }: OwnedRow, profile_sizing: 'women' | 'men' | null): OwnedGarment {
  const chart = findSizeChart({ brand: row.brand, sizing: sizing ?? profile_sizing, category: row.category, labels: [row.size] });
  return {
    ...row,
    ...(sizing ? { sizing } : {}),
    ...(description === null ? {} : { description }),
    ...(garment_cm ? { garment_cm } : {}),
    is_chart_known: chart !== null && !chart.is_estimated && chartRow(chart, row.size) !== null,
  };
}
