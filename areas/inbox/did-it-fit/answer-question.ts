import { sayOverall, takeBackOutcome } from '#areas/fit/index.ts';
import { actingAs, changeMe } from '#areas/people/index.ts';
import { girthFeel, type FitFeedback } from '#contract/fit.ts';
import type { FitAnswer } from '#contract/inbox.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { mayGo } from './question-state.ts';
import { dismissOpenOf, updateQuestion, type AskedRow, type QuestionRow } from './question.store.ts';

export interface Said {
  answer: FitAnswer;
  size_tried?: string | undefined;
}

/**
 * Keeps the answer to a locked question, as its person: how it felt becomes the outcome of the fitting, so that the next advice
 * knows. Answering again changes it; what was said with one tap before is taken back, what was told in detail stays.
 */
export async function answerQuestion(tx: Ctx, question: QuestionRow, { answer, size_tried }: Said): Promise<void> {
  if (!isAsked(question) || !mayGo(question.state, 'answered')) throw notFound('question');
  const acting = actingAs(tx, question.person_id);
  const { fitting_id, size: size_before } = question;
  const size = size_tried ?? size_before;
  const is_taken_back = isFeel(question.answer) && (!isFeel(answer) || size !== size_before);
  if (is_taken_back) await takeBackOutcome(acting, { fitting_id, size_tried: size_before });
  if (isFeel(answer)) await sayOverall(acting, { fitting_id, size_tried: size, overall: answer });
  const now = acting.clock.now().toISOString();
  await updateQuestion(acting, question.id, { state: 'answered', answer, size, closed_at: now, read_at: question.read_at ?? now });
  if (answer === 'never_ask') {
    await changeMe(acting, { prefs: { fit_questions: 'none' } });
    await dismissOpenOf(acting, question.person_id);
  }
  if (question.answer === null) acting.metrics.fit_questions_total.inc({ outcome: isFeel(answer) ? 'answered' : answer });
}

export const isAsked = (row: QuestionRow): row is AskedRow => row.size !== null && row.asked_at !== null;

const feels: readonly string[] = girthFeel.options;
const isFeel = (answer: FitAnswer | null): answer is FitFeedback['overall'] => answer !== null && feels.includes(answer);
