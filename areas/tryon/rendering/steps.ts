import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { noteProgress } from '../sessions/session.store.ts';
import { sessionTopic } from '../sessions/session-state.ts';
import type { SessionRow } from '../tryon-tables.ts';

type Stage = TryOnSession['stage'];

/** Where each stage begins, 0..1: most of the time goes into drawing. */
const begins: Record<Stage, number> = { waiting: 0, photo: 0.05, garments: 0.1, rendering: 0.3, saving: 0.9, done: 1 };
const ends: Partial<Record<Stage, Stage>> = { photo: 'garments', garments: 'rendering', rendering: 'saving', saving: 'done' };
/** A page that is told more often shows no more. */
const told_every = 0.05;
/** Whether work is wanted still is asked as often, in ms, also where progress is slow. */
const asked_every_ms = 2000;

/** Another attempt has taken over, or the session is over: nothing of this work may be kept. */
export class NotMine extends Error {}

/** Says how far work is, as it goes on; its signal fires when the work is wanted no longer. */
export interface Steps {
  signal: AbortSignal;
  /** Throws `NotMine`. */
  enter: (stage: Stage) => Promise<void>;
  /** Says how much of the present stage is done, 0..1; what is wanted no longer shows by the signal. */
  note: (share: number) => void;
  /** Waits until all that was said is written. */
  settle: () => Promise<void>;
}

/** Tells the progress of one attempt to whoever watches, until another one takes over. */
export function makeSteps(ctx: Ctx, mine: Pick<SessionRow, 'id' | 'attempts'>): Steps {
  const stop = new AbortController();
  let stage: Stage = 'waiting';
  let told = 0;
  let told_at = 0;
  let last: Promise<void> = Promise.resolve();

  const write = (progress: number): Promise<void> => {
    told = progress;
    told_at = performance.now();
    last = writeAfter(last, { stage, progress });
    return last;
  };
  const writeAfter = async (before: Promise<void>, now: Pick<SessionRow, 'stage' | 'progress'>): Promise<void> => {
    await before;
    if (stop.signal.aborted) return;
    const is_mine = await inTransaction(ctx, async (tx) => {
      const noted = await noteProgress(tx, mine, now);
      if (noted) await tx.live.tell(tx, sessionTopic(mine.id), { session_id: mine.id, ...now });
      return noted;
    });
    if (!is_mine) stop.abort(new NotMine('another attempt took over, or the session is over'));
  };

  return {
    signal: AbortSignal.any([ctx.signal, stop.signal]),
    enter: async (next) => {
      stage = next;
      await write(begins[next]);
      stop.signal.throwIfAborted();
    },
    note: (share) => {
      const [from, to] = [begins[stage], begins[ends[stage] ?? 'done']];
      const progress = from + (to - from) * Math.min(1, Math.max(0, share));
      if (progress - told >= told_every || performance.now() - told_at >= asked_every_ms)
        write(progress).catch((error: unknown) => ctx.log.warn({ err: error }, 'progress was not noted'));
    },
    settle: () => last.catch(() => undefined),
  };
}
