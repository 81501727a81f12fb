import * as z from 'zod';
import { readProductIfThere } from '#areas/catalog/index.ts';
import { actingAs, listMyProfiles, readMe } from '#areas/people/index.ts';
import { id } from '#contract/values.ts';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import type { MailMessage } from '#platform/mail/mail.ts';
import { isAsked } from './answer-question.ts';
import { findQuestion, lockQuestion, updateQuestion, type AskedRow } from './question.store.ts';
import { writeQuestion } from './write-question.ts';

/**
 * Sends a question by mail. Tried again for about four hours while the server surely took nothing. Marked before it is handed
 * over: a process that dies in between leaves a mail that may have gone, which is not sent again. The question stands in the app
 * either way, so one mail too few is the smaller harm.
 */
export const mail_job = job({
  name: 'inbox.mail',
  payload: z.object({ question_id: id }),
  retry_limit: 8,
  retry_delay_s: 60,
  // Longer than the mail port ever waits.
  longest_s: 300,
  run: (ctx, { question_id }) => mailQuestion(ctx, question_id),
});

async function mailQuestion(ctx: Ctx, question_id: string): Promise<void> {
  const message = await inTransaction(ctx, (tx) => takeToSend(tx, question_id));
  if (!message) return;
  const outcome = await ctx.mail.send(message);
  if (outcome.status === 'postponed') {
    await updateQuestion(ctx, question_id, { mail_state: 'waiting' });
    throw new Error(`the question could not be mailed: ${outcome.reason}`);
  }
  if (outcome.status !== 'sent')
    ctx.log.warn({ question_id, outcome: outcome.status, reason: outcome.reason }, 'a question was not mailed, or perhaps');
  // They left meanwhile, and what lies here goes with them.
  if (!(await findQuestion(ctx, question_id))) return ctx.mail.forget(message.id);
  await updateQuestion(ctx, question_id, { mail_state: outcome.status, mailed_at: ctx.clock.now().toISOString() });
}

/** The message of a question that waits to be mailed, marked as under way; null when there is nothing to send, or no more. */
async function takeToSend(tx: Ctx, question_id: string): Promise<MailMessage | null> {
  const question = await lockQuestion(tx, question_id);
  if (question?.mail_state === 'sending') {
    tx.log.warn({ question_id }, 'a process ended while it mailed this question; it is not mailed again');
    await updateQuestion(tx, question_id, { mail_state: 'unsure' });
    return null;
  }
  if (question?.mail_state !== 'waiting') return null;
  const message = question.state === 'asked' && isAsked(question) ? await messageFor(tx, question) : null;
  await updateQuestion(tx, question_id, { mail_state: message ? 'sending' : 'none' });
  return message;
}

/** null: they want no mail any more, or have none. */
async function messageFor(tx: Ctx, question: AskedRow): Promise<MailMessage | null> {
  const acting = actingAs(tx, question.person_id);
  const [person, profiles, product] = [
    await readMe(acting),
    await listMyProfiles(acting),
    await readProductIfThere(acting, question.product_id),
  ];
  const profile = profiles.find(({ id: profile_id }) => profile_id === question.profile_id);
  if (person.email === null || person.prefs.fit_questions !== 'mail' || !product || !profile) return null;
  const name = profile.is_self ? null : profile.name;
  return writeQuestion(tx, question, { to: person.email, locale: person.prefs.locale, product, name });
}
