import type { Ctx } from '#platform/area/context.ts';

/** Runs work in one transaction; inside one already, joins it. Work gets a new ctx and must use that one. */
export function inTransaction<T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}
