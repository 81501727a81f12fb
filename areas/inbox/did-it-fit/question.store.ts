import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { InboxTables } from './inbox-tables.ts';

export type QuestionRow = InboxTables['inbox_questions'];
/** A question that was put to somebody. */
export type AskedRow = QuestionRow & { asked_at: string; size: string };
type Planned = Pick<QuestionRow, 'id' | 'fitting_id' | 'person_id' | 'profile_id' | 'product_id' | 'due_at'>;

const inbox = (ctx: Ctx) => ctx.db.withTables<InboxTables>();

/** Returns false when this fitting, or the same garment for the same profile, has its question already. */
export async function insertPlanned(tx: Ctx, row: Planned): Promise<boolean> {
  const unsaid = { asked_at: null, size: null, answer: null, read_at: null, closed_at: null, mailed_at: null } as const;
  const result = await inbox(tx)
    .insertInto('inbox_questions')
    .values({ ...row, ...unsaid, state: 'planned', mail_state: 'none' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) === 1;
}

/** Locks the row until the transaction ends: asking, answering and mailing take turns. */
export const lockQuestion = (tx: Ctx, id: string): Promise<QuestionRow | undefined> =>
  inbox(tx).selectFrom('inbox_questions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findQuestion = (ctx: Ctx, id: string): Promise<QuestionRow | undefined> =>
  inbox(ctx).selectFrom('inbox_questions').selectAll().where('id', '=', id).executeTakeFirst();

export async function updateQuestion(tx: Ctx, id: string, change: Partial<QuestionRow>): Promise<void> {
  await inbox(tx).updateTable('inbox_questions').set(change).where('id', '=', id).execute();
}

/** Locks what waits, or will be asked, about a product that a profile tried. */
export const lockOpenAbout = (tx: Ctx, { profile_id, product_id }: { profile_id: string; product_id: string }): Promise<QuestionRow[]> =>
  inbox(tx)
    .selectFrom('inbox_questions')
    .selectAll()
    .where('profile_id', '=', profile_id)
    .where('product_id', '=', product_id)
    .where('state', 'in', ['planned', 'asked'])
    .forUpdate()
    .execute();

interface Page {
  before: string | undefined;
  limit: number;
  asked_since: Date;
  fitting_id: string | undefined;
  is_open: boolean;
}

/** Newest first, from before an id (ids sort by time). */
export function listAsked(ctx: Ctx, person_id: string, { before, limit, asked_since, fitting_id, is_open }: Page): Promise<AskedRow[]> {
  let query = inbox(ctx)
    .selectFrom('inbox_questions')
    .selectAll()
    .where('person_id', '=', person_id)
    .where('state', 'in', is_open ? ['asked'] : ['asked', 'answered'])
    .where('asked_at', '>', asked_since.toISOString())
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  if (fitting_id !== undefined) query = query.where('fitting_id', '=', fitting_id);
  return query.execute() as Promise<AskedRow[]>;
}

export async function countUnread(ctx: Ctx, person_id: string, asked_since: Date): Promise<number> {
  const { count } = await inbox(ctx)
    .selectFrom('inbox_questions')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('person_id', '=', person_id)
    .where('state', '=', 'asked')
    .where('read_at', 'is', null)
    .where('asked_at', '>', asked_since.toISOString())
    .executeTakeFirstOrThrow();
  return count;
}

/** Puts away all that still waits for an answer of a person who wants no more questions. */
export async function dismissOpenOf(tx: Ctx, person_id: string): Promise<void> {
  const change = { state: 'dismissed', closed_at: tx.clock.now().toISOString() } as const;
  await inbox(tx).updateTable('inbox_questions').set(change).where('person_id', '=', person_id).where('state', '=', 'asked').execute();
}

/** Tells whether somebody got such a mail, or is about to, since a moment. Asked for one person at a time, so that two questions at once count each other. */
export async function wasMailedSince(tx: Ctx, person_id: string, since: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inbox.mail ${person_id}`}, 0))`.execute(tx.db);
  const found = await inbox(tx)
    .selectFrom('inbox_questions')
    .select('id')
    .where('person_id', '=', person_id)
    .where('mail_state', 'in', ['waiting', 'sending', 'sent', 'unsure'])
    .where('asked_at', '>', since.toISOString())
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Lists planned questions whose time came before a moment, oldest first. */
export async function listOverdue(ctx: Ctx, before: Date, limit: number): Promise<string[]> {
  const rows = await inbox(ctx)
    .selectFrom('inbox_questions')
    .select('id')
    .where('state', '=', 'planned')
    .where('due_at', '<', before.toISOString())
    .orderBy('due_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Removes questions whose time came before a moment; returns how many. */
export async function deleteOld(ctx: Ctx, before: Date): Promise<number> {
  const result = await inbox(ctx).deleteFrom('inbox_questions').where('due_at', '<', before.toISOString()).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export const listQuestionsOf = (ctx: Ctx, person_id: string): Promise<QuestionRow[]> =>
  inbox(ctx).selectFrom('inbox_questions').selectAll().where('person_id', '=', person_id).orderBy('id').execute();

/** Returns what was removed. */
export const deleteQuestionsOf = (tx: Ctx, person_id: string): Promise<Pick<QuestionRow, 'id' | 'mail_state'>[]> =>
  inbox(tx).deleteFrom('inbox_questions').where('person_id', '=', person_id).returning(['id', 'mail_state']).execute();

/** Gives a person's questions to another one, whose own about the same garment stay. */
export async function moveQuestions(tx: Ctx, from: Owner, to: Owner): Promise<void> {
  await sql`
    delete from inbox_questions mine using inbox_questions theirs
    where mine.profile_id = ${from.profile_id} and theirs.profile_id = ${to.profile_id} and mine.product_id = theirs.product_id
      and mine.state in ('planned', 'asked') and theirs.state in ('planned', 'asked')`.execute(tx.db);
  await inbox(tx).updateTable('inbox_questions').set({ profile_id: to.profile_id }).where('profile_id', '=', from.profile_id).execute();
  await inbox(tx).updateTable('inbox_questions').set({ person_id: to.person_id }).where('person_id', '=', from.person_id).execute();
}

interface Owner {
  person_id: string;
  /** Their own. */
  profile_id: string;
}
