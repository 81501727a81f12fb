import { readProductIfThere } from '#areas/catalog/index.ts';
import { actingAs, changeMe, readMe } from '#areas/people/index.ts';
import type { LinkAnswer, LinkedQuestion } from '#contract/inbox.ts';
import { SeeOther } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { linkEnded } from '../errors.ts';
import { answerQuestion, isAsked } from './answer-question.ts';
import { isLinkAlive, readToken } from './question-link.ts';
import { findQuestion, lockQuestion, type AskedRow, type QuestionRow } from './question.store.ts';
import { showGarment } from './show-notice.ts';

/** Shows the question that a signed link is for, to whoever holds it. Throws `inbox.link_ended`. */
export async function readLinkedQuestion(ctx: Ctx, token: string): Promise<LinkedQuestion> {
  const row = aliveOrThrow(ctx, await findQuestion(ctx, idIn(ctx, token)));
  const acting = actingAs(ctx, row.person_id);
  const product = await readProductIfThere(acting, row.product_id);
  if (!product) throw linkEnded();
  const { prefs } = await readMe(acting);
  return {
    ...showGarment(row, product),
    session_id: ctx.actor.person_id === row.person_id ? row.fitting_id : null,
    is_mailed: prefs.fit_questions === 'mail',
  };
}

interface LinkSaid {
  answer: LinkAnswer;
  size_tried?: string | undefined;
}

/** Answers that question for its person, and does nothing else of theirs but to stop asking. Throws `inbox.link_ended`, `fit.unknown_size`. */
export async function answerLinkedQuestion(ctx: Ctx, token: string, { answer, size_tried }: LinkSaid): Promise<LinkedQuestion> {
  await inTransaction(ctx, async (tx) => {
    const question = aliveOrThrow(tx, await lockQuestion(tx, idIn(tx, token)));
    if (answer === 'no_mail') await stopMails(actingAs(tx, question.person_id));
    else await answerQuestion(tx, question, { answer, size_tried });
  });
  return readLinkedQuestion(ctx, token);
}

/** Whoever wants no questions at all gets none by mail either. */
async function stopMails(acting: Ctx): Promise<void> {
  const { prefs } = await readMe(acting);
  if (prefs.fit_questions === 'mail') await changeMe(acting, { prefs: { fit_questions: 'app' } });
}

interface Form {
  answer?: LinkAnswer | undefined;
  size_tried?: string | undefined;
  'List-Unsubscribe'?: 'One-Click' | undefined;
}

/**
 * Takes the form of a browser without scripts and leads back to the page, which says what became of it; and the POST by which
 * a mail program ends such mails, which must not be led anywhere (RFC 8058). Throws `inbox.link_ended` to the latter.
 */
export async function answerByForm(ctx: Ctx, token: string, form: Form) {
  if (form['List-Unsubscribe']) {
    await answerLinkedQuestion(ctx, token, { answer: 'no_mail' });
    return { status: 'success' as const };
  }
  const { answer, size_tried } = form;
  if (answer) await answerLinkedQuestion(ctx, token, { answer, size_tried }).catch(toldByThePage);
  return new SeeOther(`/did-it-fit/${encodeURIComponent(token)}`);
}

/** That a link has ended, or a size is not sold any more, the page shows by itself. */
function toldByThePage(error: unknown): void {
  if (!(error instanceof AppError) || error.status >= 500) throw error;
}

function idIn(ctx: Ctx, token: string): string {
  const id = readToken(ctx, token);
  if (id === null) throw linkEnded();
  return id;
}

function aliveOrThrow(ctx: Ctx, row: QuestionRow | undefined): AskedRow {
  if (!row || !isAsked(row) || !isLinkAlive(ctx, row)) throw linkEnded();
  return row;
}
