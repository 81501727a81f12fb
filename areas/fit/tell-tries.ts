import { readProductIfThere } from '#areas/catalog/index.ts';
import { myProfile } from '#areas/people/index.ts';
import type { ToldTry } from '#contract/tries.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { deleteFeedback, history_max, listHistory } from './fitting.store.ts';
import { isAboutSize, toTry } from './list-tries.ts';
import { deleteOutcome, listOutcomesOfProfile } from './outcomes/outcome.store.ts';
import { noteTakenBack } from './outcomes/taken-back.store.ts';

type Told = Omit<ToldTry, 'brand' | 'product_name' | 'category'>;

/**
 * Lists what was said of sizes that one of the caller's profiles tried, in fittings and of purchases, newest first: all that
 * advice may rest on. What is of a product that is gone says nothing any more, and is left out. Throws `request.not_found`.
 */
export async function tellTries(ctx: Ctx, profile_id: string): Promise<ToldTry[]> {
  await myProfile(ctx, profile_id);
  const [history, outcomes] = await Promise.all([listHistory(ctx, profile_id), listOutcomesOfProfile(ctx, profile_id, history_max)]);
  const said = history.map(({ id, fitting_id: session_id, product_id, size_tried, fit_feedback, would_keep, created_at: at }): Told => {
    return { id, session_id, product_id, size_tried, fit_feedback, would_keep, at };
  });
  const bought = outcomes.filter(isAboutSize).map((row): Told => {
    const { fit_feedback = null, ...one } = toTry(row);
    return { ...one, id: row.id, session_id: null, fit_feedback };
  });
  const newest = [...said, ...bought].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, history_max);
  const shown = await Promise.all(newest.map((one) => withProduct(ctx, one)));
  return shown.filter((one) => one !== undefined);
}

async function withProduct(ctx: Ctx, told: Told): Promise<ToldTry | undefined> {
  const product = await readProductIfThere(ctx, told.product_id);
  return product && { ...told, brand: product.brand, product_name: product.product_name, category: product.category };
}

/**
 * Takes back what was said of a size, wherever it was said; the next advice no longer knows, and a shop that
 * tells it again under the same id does not bring it back. What was counted over all shoppers
 * stays counted, as after a correction. Throws `request.not_found`, also of somebody else's.
 */
export async function takeBackTry(ctx: Ctx, { profile_id, try_id }: { profile_id: string; try_id: string }): Promise<void> {
  await myProfile(ctx, profile_id);
  const of_profile = { profile_id, id: try_id };
  await inTransaction(ctx, async (tx) => {
    if (await deleteFeedback(tx, of_profile)) return;
    const told = await deleteOutcome(tx, of_profile);
    if (!told) throw notFound('try');
    await noteTakenBack(tx, told);
  });
}
