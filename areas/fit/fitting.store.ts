import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from './fit-tables.ts';

export type FittingRow = FitTables['fit_fittings'];
export type AdviceRow = FitTables['fit_advices'];
export type FeedbackRow = FitTables['fit_feedback'];

const fit = (ctx: Ctx) => ctx.db.withTables<FitTables>();

export async function insertFitting(ctx: Ctx, row: FittingRow): Promise<void> {
  await fit(ctx).insertInto('fit_fittings').values(row).execute();
}

export const findFittingOf = (ctx: Ctx, person_id: string, id: string): Promise<FittingRow | undefined> =>
  fit(ctx).selectFrom('fit_fittings').selectAll().where('person_id', '=', person_id).where('id', '=', id).executeTakeFirst();

/** Newest first, from before an id (ids sort by time). */
export function listFittingsOf(
  ctx: Ctx,
  person_id: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<FittingRow[]> {
  const query = fit(ctx).selectFrom('fit_fittings').selectAll().where('person_id', '=', person_id).orderBy('id', 'desc').limit(limit);
  return (before === undefined ? query : query.where('id', '<', before)).execute();
}

export async function insertAdvice(ctx: Ctx, row: AdviceRow): Promise<void> {
  await fit(ctx)
    .insertInto('fit_advices')
    .values({ ...row, scores: JSON.stringify(row.scores) as never, evidence: JSON.stringify(row.evidence) as never })
    .execute();
}

/** With `has_size` the last one that named a size. */
export function findLastAdvice(
  ctx: Ctx,
  fitting_id: string,
  { has_size = false } = {},
): Promise<Pick<AdviceRow, 'id' | 'recommended_size'> | undefined> {
  const query = fit(ctx)
    .selectFrom('fit_advices')
    .select(['id', 'recommended_size'])
    .where('fitting_id', '=', fitting_id)
    .orderBy('id', 'desc')
    .limit(1);
  return (has_size ? query.where('recommended_size', 'is not', null) : query).executeTakeFirst();
}

/** Saves what was said of one size; saying it again replaces it. Returns the id that stays, and whether it is new. */
export async function saveFeedback(tx: Ctx, row: FeedbackRow): Promise<{ id: string; is_new: boolean }> {
  const values = { ...row, fit_feedback: JSON.stringify(row.fit_feedback) as never };
  const { id: _, ...change } = values;
  const saved = await fit(tx)
    .insertInto('fit_feedback')
    .values(values)
    .onConflict((conflict) => conflict.columns(['fitting_id', 'size_tried']).doUpdateSet(change))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: saved.id, is_new: saved.id === row.id };
}

export const findLastFeedback = (ctx: Ctx, fitting_id: string): Promise<FeedbackRow | undefined> =>
  fit(ctx)
    .selectFrom('fit_feedback')
    .selectAll()
    .where('fitting_id', '=', fitting_id)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Finds a fitting of a profile by its id, or one of the same product that began at the same moment. */
export const findFittingAt = (
  ctx: Ctx,
  { profile_id, product_id, id, created_at }: Omit<FittingRow, 'person_id'>,
): Promise<FittingRow | undefined> =>
  fit(ctx)
    .selectFrom('fit_fittings')
    .selectAll()
    .where('profile_id', '=', profile_id)
    .where((row) => row.or([row('id', '=', id), row.and([row('product_id', '=', product_id), row('created_at', '=', created_at)])]))
    .limit(1)
    .executeTakeFirst();

export const findFeedbackOn = (ctx: Ctx, fitting_id: string, size_tried: string): Promise<FeedbackRow | undefined> =>
  fit(ctx)
    .selectFrom('fit_feedback')
    .selectAll()
    .where('fitting_id', '=', fitting_id)
    .where('size_tried', '=', size_tried)
    .executeTakeFirst();

/** Deletes what was said of a size with one tap; who said more said whether they keep it, and that stays. */
export async function deleteTapped(ctx: Ctx, fitting_id: string, size_tried: string): Promise<void> {
  await fit(ctx)
    .deleteFrom('fit_feedback')
    .where('fitting_id', '=', fitting_id)
    .where('size_tried', '=', size_tried)
    .where('would_keep', 'is', null)
    .execute();
}

/** Deletes what was said of a size in a fitting of a profile; false: there is no such thing. */
export async function deleteFeedback(tx: Ctx, { profile_id, id }: { profile_id: string; id: string }): Promise<boolean> {
  const of_profile = fit(tx).selectFrom('fit_fittings').select('id').where('profile_id', '=', profile_id);
  const { numDeletedRows } = await fit(tx)
    .deleteFrom('fit_feedback')
    .where('id', '=', id)
    .where('fitting_id', 'in', of_profile)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** What is to be known before somebody is asked how a fitting came out. */
export interface AdvisedFitting extends FittingRow {
  /** As it was last advised. */
  recommended_size: string;
  /** Whether it is known already how this product was on the profile: said in whichever fitting, or told of a purchase. */
  is_told: boolean;
}

/** Finds a fitting in which a size was named, whoever it belongs to by now; undefined once they have left. */
export async function findAdvisedFitting(ctx: Ctx, id: string): Promise<AdvisedFitting | undefined> {
  const [row, advice] = await Promise.all([
    fit(ctx).selectFrom('fit_fittings').selectAll().where('id', '=', id).executeTakeFirst(),
    findLastAdvice(ctx, id, { has_size: true }),
  ]);
  if (!row || !advice || advice.recommended_size === null) return undefined;
  const told = await fit(ctx)
    .selectFrom('fit_feedback as b')
    .innerJoin('fit_fittings as f', 'f.id', 'b.fitting_id')
    .select('b.id')
    .where('f.profile_id', '=', row.profile_id)
    .where('f.product_id', '=', row.product_id)
    .limit(1)
    .executeTakeFirst();
  const bought = await fit(ctx)
    .selectFrom('fit_outcomes')
    .select('id')
    .where('profile_id', '=', row.profile_id)
    .where('product_id', '=', row.product_id)
    .limit(1)
    .executeTakeFirst();
  return { ...row, recommended_size: advice.recommended_size, is_told: told !== undefined || bought !== undefined };
}

/** Older than this many answers changes nothing that newer ones have not said. */
export const history_max = 40;

/** What a profile said of products it tried, newest first. */
export const listHistory = (ctx: Ctx, profile_id: string): Promise<(FeedbackRow & { product_id: string })[]> =>
  fit(ctx)
    .selectFrom('fit_feedback as b')
    .innerJoin('fit_fittings as f', 'f.id', 'b.fitting_id')
    .selectAll('b')
    .select('f.product_id')
    .where('f.profile_id', '=', profile_id)
    .orderBy('b.created_at', 'desc')
    .limit(history_max)
    .execute();

/** Finds whose a fitting is; undefined once they have left. */
export async function findFittingOwner(ctx: Ctx, id: string): Promise<string | undefined> {
  const row = await fit(ctx).selectFrom('fit_fittings').select('person_id').where('id', '=', id).executeTakeFirst();
  return row?.person_id;
}

/** Finds what was said of a size, with the fitting it was said in and what had been advised. */
export const findFeedback = (ctx: Ctx, id: string) =>
  fit(ctx)
    .selectFrom('fit_feedback as b')
    .innerJoin('fit_fittings as f', 'f.id', 'b.fitting_id')
    .leftJoin('fit_advices as a', 'a.id', 'b.advice_id')
    .selectAll('b')
    .select(['f.person_id', 'f.profile_id', 'f.product_id', 'a.recommended_size'])
    .where('b.id', '=', id)
    .executeTakeFirst();

/** Finds which size an advice recommended; null when none, or when it is gone. */
export async function findRecommended(ctx: Ctx, advice_id: string): Promise<string | null> {
  const row = await fit(ctx).selectFrom('fit_advices').select('recommended_size').where('id', '=', advice_id).executeTakeFirst();
  return row?.recommended_size ?? null;
}
