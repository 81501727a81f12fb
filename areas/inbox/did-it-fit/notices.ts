import { actingFor, me } from '#areas/people/index.ts';
import type { Notice } from '#contract/inbox.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { deletePhotoNews, readPhotoNews } from '../photo-news/photo-news.store.ts';
import { showPhotoNews } from '../photo-news/photo-news.ts';
import { answerQuestion, isAsked, type Said } from './answer-question.ts';
import { askedSince } from './question-link.ts';
import { mayGo } from './question-state.ts';
import { countUnread, findQuestion, listAsked, lockQuestion, updateQuestion, type AskedRow } from './question.store.ts';
import { showNotices } from './show-notice.ts';

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  user_id?: string | undefined;
  session_id?: string | undefined;
  is_open?: 'true' | undefined;
}

/** What the caller, or an integrator's shopper, was asked, newest first; what nobody answered in two months is left out. */
export async function listNotices(ctx: Ctx, { cursor, limit, user_id, session_id, is_open }: ListInput) {
  const acting = await actingFor(ctx, user_id);
  const asked_since = askedSince(acting);
  const page = { before: cursor, limit, asked_since, fitting_id: session_id, is_open: is_open === 'true' };
  const rows = await listAsked(acting, me(acting), page);
  return {
    notices: await showNotices(acting, rows),
    next_cursor: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
    unread_count: await countUnread(acting, me(acting), asked_since),
    photo_news: await showPhotoNews(acting, me(acting)),
  };
}

interface ChangeInput {
  is_read?: true | undefined;
  is_dismissed?: true | undefined;
  user_id?: string | undefined;
}

/** Notes that a question, or news of photos, was read, or puts it away; either again changes nothing. Throws `request.not_found`. */
export async function changeNotice(ctx: Ctx, id: string, { is_read, is_dismissed, user_id }: ChangeInput): Promise<void> {
  const acting = await actingFor(ctx, user_id);
  if (await (is_dismissed ? deletePhotoNews : readPhotoNews)(acting, me(acting), id)) return;
  await inTransaction(acting, async (tx) => {
    const question = await lockMine(tx, id);
    const now = tx.clock.now().toISOString();
    if (is_read || is_dismissed) await updateQuestion(tx, id, { read_at: question.read_at ?? now });
    // An answer is worth more than its being put away.
    if (is_dismissed && mayGo(question.state, 'dismissed')) await updateQuestion(tx, id, { state: 'dismissed', closed_at: now });
  });
}

/** Keeps the caller's answer to a question. Throws `request.not_found`, `fit.unknown_size`. */
export async function answerNotice(ctx: Ctx, id: string, { user_id, ...said }: Said & { user_id?: string | undefined }): Promise<Notice> {
  const acting = await actingFor(ctx, user_id);
  await inTransaction(acting, async (tx) => answerQuestion(tx, await lockMine(tx, id), said));
  const [notice] = await showNotices(acting, [(await findQuestion(acting, id)) as AskedRow]);
  if (!notice) throw notFound('question');
  return notice;
}

/** Missing, somebody else's and not yet asked look alike. */
async function lockMine(tx: Ctx, id: string): Promise<AskedRow> {
  const question = await lockQuestion(tx, id);
  if (question?.person_id !== me(tx) || !isAsked(question)) throw notFound('question');
  return question;
}
