import { sql } from 'kysely';
import type { PhotoOutcome } from '#contract/inbox.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';

export interface PhotoNewsRow {
  id: string;
  person_id: string;
  outcomes: Record<string, PhotoOutcome>;
  created_at: string;
  read_at: string | null;
}

const table = (ctx: Ctx) => ctx.db.withTables<{ inbox_photo_news: PhotoNewsRow }>();

/** Adds what came of a photo to news that its person has not read yet and that is not old, or begins with it. Nobody: nothing. */
export async function gather(
  tx: Ctx,
  person_id: string,
  { item_id, outcome, since }: { item_id: string; outcome: PhotoOutcome; since: Date },
) {
  // One at a time for each person: two photos that are ready at once are one piece of news.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inbox.photo-news:${person_id}`}, 0))`.execute(tx.db);
  const added = JSON.stringify({ [item_id]: outcome });
  const { numAffectedRows } = await sql`
    update inbox_photo_news set outcomes = outcomes || ${added}::jsonb
    where id = (
      select id from inbox_photo_news where person_id = ${person_id} and read_at is null and created_at > ${since.toISOString()}
      order by id desc limit 1
    )
  `.execute(tx.db);
  if (Number(numAffectedRows) > 0) return;
  await sql`
    insert into inbox_photo_news (id, person_id, outcomes, created_at)
    select ${newId()}, p.id, ${added}::jsonb, ${tx.clock.now().toISOString()} from people_persons p where p.id = ${person_id}
  `.execute(tx.db);
}

/** Newest first. */
export const listPhotoNews = (ctx: Ctx, person_id: string, limit: number): Promise<PhotoNewsRow[]> =>
  table(ctx).selectFrom('inbox_photo_news').selectAll().where('person_id', '=', person_id).orderBy('id', 'desc').limit(limit).execute();

/** Returns false when the person has no such news. */
export async function readPhotoNews(ctx: Ctx, person_id: string, id: string): Promise<boolean> {
  const result = await table(ctx)
    .updateTable('inbox_photo_news')
    .set({ read_at: sql<string>`coalesce(read_at, ${ctx.clock.now().toISOString()})` })
    .where('person_id', '=', person_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Returns false when the person has no such news. */
export async function deletePhotoNews(ctx: Ctx, person_id: string, id: string): Promise<boolean> {
  const result = await table(ctx).deleteFrom('inbox_photo_news').where('person_id', '=', person_id).where('id', '=', id).executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
}

export async function deletePhotoNewsOf(tx: Ctx, person_id: string): Promise<number> {
  const result = await table(tx).deleteFrom('inbox_photo_news').where('person_id', '=', person_id).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function movePhotoNews(tx: Ctx, from_person_id: string, to_person_id: string): Promise<void> {
  await table(tx).updateTable('inbox_photo_news').set({ person_id: to_person_id }).where('person_id', '=', from_person_id).execute();
}

export async function deleteOldPhotoNews(ctx: Ctx, before: Date): Promise<void> {
  await table(ctx).deleteFrom('inbox_photo_news').where('created_at', '<', before.toISOString()).execute();
}
