import * as z from 'zod';
import { me } from '#areas/people/index.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { presentSessions } from './present-session.ts';
import { listPageOf } from './session.store.ts';

interface Wanted {
  cursor?: string | undefined;
  limit: number;
  saved?: 'true' | 'false' | undefined;
}

/** Lists the try-ons of who is asking, newest first; what is over by the clock is not among them. */
export async function listSessions(
  ctx: Ctx,
  { cursor, limit, saved }: Wanted,
): Promise<{ sessions: TryOnSession[]; next_cursor: string | null }> {
  if (cursor !== undefined && !z.uuid().safeParse(cursor).success)
    throw new AppError('request.invalid', { message: 'This cursor is of another list. Begin without one.', fields: { cursor: 'unknown' } });
  const rows = await listPageOf(ctx, me(ctx), { before: cursor, is_saved: saved === undefined ? undefined : saved === 'true', limit });
  return { sessions: await presentSessions(ctx, rows), next_cursor: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}
