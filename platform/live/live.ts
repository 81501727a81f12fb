import type { Database } from '#platform/db/database.ts';

/** Something was told about a topic; `missed`: perhaps something was, while nobody could hear it, so look anew. */
export type LiveNews = { kind: 'news'; content: Record<string, unknown> } | { kind: 'missed' };

/** Tells open pages, on whichever process they hang, what just happened: see README.md. */
export interface Live {
  /** Tells it when the caller's transaction commits, and never else. Ids and states only, at most 7 kB. */
  tell: (tx: { db: Database }, topic: string, content: Record<string, unknown>) => Promise<void>;
  /** Gives what is told of a topic from now on, until the signal. */
  listen: (topic: string, signal: AbortSignal) => AsyncGenerator<LiveNews, void, undefined>;
  stop: () => Promise<void>;
}
