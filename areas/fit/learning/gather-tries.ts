import { setImmediate } from 'node:timers/promises';
import { garmentOf, readProductIfThere } from '#areas/catalog/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { isSameLabel } from '../size-model/count-evidence.ts';
import type { GarmentEvidence } from '../size-model/evidence.ts';
import { levelOf, type ToldTry } from './to-trial.ts';
import { listAllBuilds, listAllMeasurements, listAllTries } from './try.store.ts';

/** So many products are read at a time: the database has others to serve. */
const at_once = 16;
/** A few milliseconds of work; then whoever waits for this process has a turn. */
const rows_at_once = 5000;

/** Collects everything that anybody said of a size, with the body and the garment as they are known now. Products that are gone are left out. */
export async function gatherTries(ctx: Ctx): Promise<ToldTry[]> {
  const [rows, bodies, builds] = await Promise.all([listAllTries(ctx), listAllMeasurements(ctx), listAllBuilds(ctx)]);
  const garments = await readGarments(
    ctx,
    rows.map(({ product_id }) => product_id),
  );
  const tries: ToldTry[] = [];
  for (let from = 0; from < rows.length; from += rows_at_once) {
    ctx.signal.throwIfAborted();
    for (const { profile_id, product_id, size, overall, at } of rows.slice(from, from + rows_at_once)) {
      const [garment, level] = [garments.get(product_id), levelOf(overall)];
      // Of a size that is no longer on the list nothing can be learned.
      if (!garment || level < 0 || !garment.sizes.some(({ label }) => isSameLabel(label, size))) continue;
      const [body, build] = [bodies.get(profile_id) ?? {}, builds.get(profile_id)];
      tries.push({ profile_id, product_id, size, level, at: new Date(at), body, build, garment });
    }
    await setImmediate();
  }
  return tries;
}

async function readGarments(ctx: Ctx, product_ids: readonly string[]): Promise<Map<string, GarmentEvidence>> {
  const garments = new Map<string, GarmentEvidence>();
  const ids = [...new Set(product_ids)];
  for (let from = 0; from < ids.length; from += at_once) {
    ctx.signal.throwIfAborted();
    const batch = ids.slice(from, from + at_once);
    const found = await Promise.all(batch.map((id) => readGarment(ctx, id)));
    found.forEach((garment, i) => garment && garments.set(batch[i]!, garment));
  }
  return garments;
}

async function readGarment(ctx: Ctx, product_id: string): Promise<GarmentEvidence | undefined> {
  const product = await readProductIfThere(ctx, product_id);
  return product && { product_id, ...(await garmentOf(ctx, product, product.sizing)) };
}
