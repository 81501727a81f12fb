import * as z from 'zod';
import { readProductIfThere } from '#areas/catalog/index.ts';
import { findAdvisedFitting } from '#areas/fit/index.ts';
import { actingAs, readMe } from '#areas/people/index.ts';
import type { Person } from '#contract/people.ts';
import { id } from '#contract/values.ts';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { mail_job } from './mail-question.ts';
import { lockQuestion, updateQuestion, wasMailedSince, type QuestionRow } from './question.store.ts';

/** Puts a planned question to its person when its time has come, if it still makes sense. */
export const ask_job = job({
  name: 'inbox.ask',
  payload: z.object({ question_id: id }),
  retry_limit: 5,
  retry_delay_s: 60,
  run: (ctx, { question_id }) => inTransaction(ctx, (tx) => askQuestion(tx, question_id)),
});

/** Who tried on ten garments in an evening is not written to ten times a week later: the others wait in the app. In days. */
const mails_apart_days = 1;

async function askQuestion(tx: Ctx, question_id: string): Promise<void> {
  const question = await lockQuestion(tx, question_id);
  if (question?.state !== 'planned') return;
  const now = tx.clock.now();
  // Handed in again by an operator; the queue comes back when it is time.
  if (Date.parse(question.due_at) > now.getTime()) {
    const start_after_s = Math.ceil((Date.parse(question.due_at) - now.getTime()) / 1000);
    return enqueue(tx, ask_job, { question_id }, { start_after_s });
  }
  const asked = await whatToAsk(tx, question);
  if (!asked) {
    await updateQuestion(tx, question_id, { state: 'withdrawn', closed_at: now.toISOString() });
    tx.metrics.fit_questions_total.inc({ outcome: 'withdrawn' });
    return;
  }
  const is_mailed = await isMailed(tx, asked.person, now);
  await updateQuestion(tx, question_id, {
    state: 'asked',
    asked_at: now.toISOString(),
    size: asked.size,
    ...(is_mailed ? { mail_state: 'waiting' } : {}),
  });
  tx.metrics.fit_questions_total.inc({ outcome: 'asked' });
  if (is_mailed) await enqueue(tx, mail_job, { question_id });
}

/** Nothing where it was told already, where the garment or the fitting is gone, and to whoever wants no questions. */
async function whatToAsk(tx: Ctx, { fitting_id, person_id }: QuestionRow): Promise<{ person: Person; size: string } | null> {
  const fitting = await findAdvisedFitting(tx, fitting_id);
  if (!fitting || fitting.is_told) return null;
  const acting = actingAs(tx, person_id);
  const [person, product] = [await readMe(acting), await readProductIfThere(acting, fitting.product_id)];
  const size = fitting.recommended_size;
  const is_sold_so = product?.size_options.some(({ label }) => label === size);
  return is_sold_so && person.prefs.fit_questions !== 'none' ? { person, size } : null;
}

async function isMailed(tx: Ctx, { id: person_id, email, prefs }: Person, now: Date): Promise<boolean> {
  if (email === null || prefs.fit_questions !== 'mail') return false;
  return !(await wasMailedSince(tx, person_id, new Date(now.getTime() - mails_apart_days * 86_400_000)));
}
