import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import type { Kept } from '../keep-reading.ts';
import { isFresh } from '../present-product.ts';
import { beginSource, endSource, type RunSource } from './run.store.ts';

export type Load = (source: RunSource) => Promise<Kept>;

/**
 * Loads one source of a run and counts what came of it. Idempotent. Only what a page or a shop is to blame for is
 * counted as refused; everything else is thrown. Also thrown, to be tried again: a shop that is away, up to the last attempt.
 */
export async function settleSource(
  ctx: Ctx,
  which: Pick<RunSource, 'run_id' | 'source_no'>,
  { load, attempts_max }: { load: Load; attempts_max: number },
): Promise<void> {
  const source = await beginSource(ctx, which);
  if (!source) return;
  try {
    const { row, outcome } = await load(source);
    await endSource(ctx, which, { outcome, is_stale: !isFresh(row, ctx.clock.now()) });
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('catalog.')) {
      if (source.attempts < attempts_max) throw error;
      ctx.log.error({ err: error, ...which }, 'a source could not be loaded, and is given up');
      await endSource(ctx, which, {
        outcome: 'refused',
        code: 'platform.internal',
        reason: 'Something broke on our side; the log has it.',
      });
      return;
    }
    if (error.code === 'catalog.retailer_unavailable' && source.attempts < attempts_max) throw error;
    await endSource(ctx, which, { outcome: 'refused', code: error.code, reason: error.message });
  }
}
