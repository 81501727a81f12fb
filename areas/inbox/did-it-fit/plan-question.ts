import { findAdvisedFitting } from '#areas/fit/index.ts';
import type { EventPayload } from '#contract/events.ts';
import { subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { ask_job } from './ask-question.ts';
import { insertPlanned } from './question.store.ts';

/** Plans to ask how it fitted: listens to fitting.advised, once a fitting however often it is told. */
export const plan_question = subscribe({ event: 'fitting.advised', name: 'inbox.plan-question', handle: planQuestion });

async function planQuestion(tx: Ctx, { fitting_id }: EventPayload<'fitting.advised'>): Promise<void> {
  // Looked up now, not told by the news: whoever it was may have signed in or left meanwhile.
  const fitting = await findAdvisedFitting(tx, fitting_id);
  if (!fitting) return;
  const { person_id, profile_id, product_id } = fitting;
  const id = newId();
  const due_at = whenToAsk(tx);
  if (!(await insertPlanned(tx, { id, fitting_id, person_id, profile_id, product_id, due_at: due_at.toISOString() }))) return;
  await enqueue(tx, ask_job, { question_id: id }, { start_after_s: secondsUntil(tx, due_at) });
}

/** When a garment that was advised now will have been worn. Where Toile sells it itself, the day it is delivered would count instead. */
const whenToAsk = ({ clock, config }: Ctx): Date => new Date(clock.now().getTime() + config.FIT_QUESTION_AFTER_DAYS * 86_400_000);

const secondsUntil = ({ clock }: Ctx, at: Date): number => Math.max(0, Math.ceil((at.getTime() - clock.now().getTime()) / 1000));
