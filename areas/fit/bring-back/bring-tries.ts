import * as z from 'zod';
import { readProductIfThere } from '#areas/catalog/index.ts';
import { me } from '#areas/people/index.ts';
import { fitFeedback, sizeLabel } from '#contract/fit.ts';
import type { Brought, Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { findFittingAt, insertFitting, findFeedbackOn, saveFeedback } from '../fitting.store.ts';
import { isToldAlready, saveOutcomes } from '../outcomes/outcome.store.ts';

const at = z.iso.datetime();

export const keptFitting = z.object({ id: z.uuid(), profile_id: z.uuid(), product_id: z.uuid(), created_at: at });
export const keptFeedback = z.object({
  fitting_id: z.uuid(),
  size_tried: sizeLabel,
  fit_feedback: fitFeedback,
  would_keep: z.boolean().nullable(),
  notes: z.string().max(2000).nullable(),
  created_at: at,
});
export const keptOutcome = z
  .object({
    id: z.uuid(),
    profile_id: z.uuid(),
    product_id: z.uuid(),
    size: sizeLabel,
    outcome: z.enum(['kept', 'returned']),
    reason: z.enum(['too_small', 'too_large', 'other']).nullable(),
    fit_feedback: fitFeedback.nullable(),
    at,
  })
  .refine(({ outcome, reason }) => outcome === 'returned' || reason === null, 'what was kept has no reason');

type Said = z.output<typeof keptFeedback> & { fitting: z.output<typeof keptFitting> };
const known: Brought[] = [{ kind: 'tries', outcome: 'known' }];
const added: Brought[] = [{ kind: 'tries', outcome: 'added' }];
const gone: Brought[] = [{ kind: 'tries', outcome: 'skipped', reason: 'product_gone' }];
const past = ({ clock }: Ctx, told: string): string => {
  const now = clock.now().toISOString();
  return told < now ? told : now;
};

/** Brings back what was said of a size in a fitting. It speaks for its profile; over all shoppers it was counted when it was said. */
export async function bringFeedback(tx: Ctx, profile_id: string, { fitting, fitting_id: _there, ...said }: Said): Promise<Brought[]> {
  const { product_id } = fitting;
  const begun_at = past(tx, fitting.created_at);
  const here = await findFittingAt(tx, { profile_id, product_id, id: fitting.id, created_at: begun_at });
  if (here && (await findFeedbackOn(tx, here.id, said.size_tried))) return known;
  if (!(await readProductIfThere(tx, product_id))) return gone;
  const fitting_id = here?.id ?? newId();
  if (!here) await insertFitting(tx, { id: fitting_id, person_id: me(tx), profile_id, product_id, created_at: begun_at });
  await saveFeedback(tx, { ...said, id: newId(), fitting_id, advice_id: null, created_at: past(tx, said.created_at) });
  return added;
}

/** Brings back what became of a purchase, as if its shopper had told it; it is not counted for everybody again. */
export async function bringOutcome(tx: Ctx, profile_id: string, kept: z.output<typeof keptOutcome>): Promise<Brought[]> {
  const { id: there, product_id, size, outcome, reason, fit_feedback } = kept;
  const person_id = me(tx);
  const told_at = past(tx, kept.at);
  if (await isToldAlready(tx, { id: there, person_id, profile_id, product_id, size, at: told_at })) return known;
  if (!(await readProductIfThere(tx, product_id))) return gone;
  const of_person = { id: newId(), caller_id: person_id, external_id: there, person_id, profile_id };
  const not_counted = { advice_id: null, is_counted: false };
  await saveOutcomes(tx, [
    { ...of_person, product_id, size, outcome, reason, fit_feedback, ...not_counted, at: told_at, told_at: tx.clock.now().toISOString() },
  ]);
  return added;
}
