import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';

/** Something whose day is over, and its place among the others. */
export interface Due {
  id: string;
  expires_at: string;
}

/** Lists what is due after something that was listed, so that nothing that could not be deleted stands before the rest. */
export type ListDue = (ctx: Ctx, page: { after: Due | undefined; limit: number }) => Promise<Due[]>;

export const isAfter = (after: Due | undefined) =>
  after ? sql<boolean>`(expires_at, id) > (${after.expires_at}::timestamptz, ${after.id}::uuid)` : sql<boolean>`true`;
