import { EventStream } from '#platform/area/area.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { ownSession, showSession } from './own-session.ts';
import { isInLine, sessionTopic } from './session-state.ts';

/** Tells an open page how a session of its person gets on, until it is over. Throws `request.not_found`, `tryon.session_expired`. */
export async function followSession(ctx: Ctx, id: string): Promise<EventStream> {
  await ownSession(ctx, id);
  return new EventStream(async function* tell(signal) {
    for await (const session of watch(ctx, id, signal)) yield { event: 'session', data: session };
  });
}

/** Waits until a session is over, but no longer than so many seconds; gives it as it is then. */
export async function waitForSession(ctx: Ctx, session: TryOnSession, longest_s: number): Promise<TryOnSession> {
  if (longest_s <= 0 || !isInLine(session.status)) return session;
  let latest = session;
  const enough = AbortSignal.any([ctx.signal, AbortSignal.timeout(longest_s * 1000)]);
  for await (const now of watch(ctx, session.session_id, enough)) latest = now;
  return latest;
}

/** Gives a session as it is, and again after each change; ends when it is over, gone, or by the signal. */
async function* watch(ctx: Ctx, id: string, signal: AbortSignal): AsyncGenerator<TryOnSession, void, undefined> {
  let said = '';
  const news = ctx.live.listen(sessionTopic(id), signal);
  try {
    while (!(await news.next()).done) {
      const session = await showSession(ctx, id).catch(undefinedIfGone);
      if (!session) return;
      const text = JSON.stringify([session.status, session.stage, session.progress, session.queue_position]);
      if (text !== said) yield session;
      said = text;
      if (!isInLine(session.status)) return;
    }
  } finally {
    await news.return();
  }
}

/** It was deleted meanwhile: whoever watched it has nothing more to see. */
function undefinedIfGone(error: unknown): undefined {
  if (error instanceof AppError && (error.code === 'request.not_found' || error.code === 'tryon.session_expired')) return undefined;
  throw error;
}

/** Reads `Prefer: wait=5` (RFC 7240): so many seconds, 10 at most; 0 where nothing is said. */
export function readWait(prefer: string | string[] | undefined): number {
  const [, seconds] = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})/i.exec([prefer ?? ''].flat().join(',')) ?? [];
  return Math.min(Number(seconds ?? 0), wait_max_s);
}

/** Proxies in between cut a line on which nothing comes for long. */
const wait_max_s = 10;
