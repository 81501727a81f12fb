import { brandLabel, readProduct } from '#areas/catalog/index.ts';
import type { FitFeedback } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { publish } from '#platform/events/publish.ts';
import { newId } from '#platform/ids/new-id.ts';
import { unknownSize } from './errors.ts';
import { findLastAdvice, saveFeedback, type FittingRow } from './fitting.store.ts';
import { goOnWith } from './show-fitting.ts';

interface OutcomeInput {
  session_id: string;
  user_id?: string | undefined;
  size_tried: string;
  fit_feedback: FitFeedback;
  /** null: not said. */
  would_keep: boolean | null;
  notes?: string | undefined;
}

/** Keeps how a size fitted; the next advice to this profile knows. Saying it again for the same size replaces it. */
export async function submitOutcome(ctx: Ctx, input: OutcomeInput): Promise<{ status: 'success'; feedback_id: string }> {
  const { acting, row } = await goOnWith(ctx, input);
  const product = await readProduct(acting, row.product_id);
  const labels = product.size_options.map((size) => size.label);
  if (!labels.includes(input.size_tried)) throw unknownSize('size_tried', input.size_tried, labels);
  const { id, is_new } = await inTransaction(acting, (tx) => keepOutcome(tx, row, input));
  if (is_new) observe(acting, { brand: brandLabel(product.brand), started_at: row.created_at });
  return { status: 'success', feedback_id: id };
}

/** A correction is kept but not told again: counts over all shoppers count a try once. */
async function keepOutcome(tx: Ctx, { id: fitting_id, profile_id, product_id }: FittingRow, input: OutcomeInput) {
  const { size_tried, fit_feedback, would_keep, notes = null } = input;
  const advice = await findLastAdvice(tx, fitting_id);
  const said = { fitting_id, advice_id: advice?.id ?? null, size_tried, fit_feedback, would_keep };
  const saved = await saveFeedback(tx, { id: newId(), ...said, notes, created_at: tx.clock.now().toISOString() });
  const recommended_size = advice?.recommended_size ?? null;
  if (saved.is_new) await publish(tx, 'fitting.outcome', { feedback_id: saved.id, profile_id, product_id, recommended_size, ...said });
  return saved;
}

function observe({ metrics, clock }: Ctx, { brand, started_at }: { brand: string; started_at: string }): void {
  metrics.tryon_sessions_total.inc({ brand, status: 'completed' });
  metrics.tryon_session_duration_seconds.observe((clock.now().getTime() - Date.parse(started_at)) / 1000);
}
