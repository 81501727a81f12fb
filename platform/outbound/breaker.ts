import type { HostRow } from './host-tables.ts';

/** Failures in a row after which a host is left alone: two shoppers' tries, or one and its repeats. */
export const failures_max = 5;
/** The first rest; doubles each time the one visit that ends it fails too. A shop that restarts is back within it. */
const rest_first_s = 30;
/** A shop that is down for a day is asked 48 times, and found again within half an hour. An operator may be quicker. */
const rest_max_s = 1800;
/** What a shop may ask for with Retry-After; longer is more likely a mistake. */
const retry_after_max_s = 24 * 3600;

export type Breaker = Pick<HostRow, 'failures' | 'rests' | 'closed_until' | 'rest_reason'>;
export type BreakerState = 'closed' | 'open' | 'half_open';

/** Tells how a host is treated: as usual, left alone, or tried by one visitor whose luck decides. */
export function breakerState({ failures, closed_until }: Pick<Breaker, 'failures' | 'closed_until'>, now: Date): BreakerState {
  if (closed_until !== null && Date.parse(closed_until) > now.getTime()) return 'open';
  return failures >= failures_max ? 'half_open' : 'closed';
}

/** What one visit taught of a host. */
export interface Lesson {
  /** The host gave an answer in the end, whatever it said. */
  has_answered: boolean;
  /** Requests that failed before that. */
  failures: number;
  /** How long it asked to be left alone. */
  retry_after_s: number | null;
}

/**
 * Gives the breaker after a visit. An answer closes it. Failures open it at the fifth in a row; then each rest is twice
 * as long as the one before, drawn between half and whole so that many houses do not come back at once. Retry-After is
 * obeyed in any case.
 */
export function settleBreaker(before: Breaker, lesson: Lesson, now: Date, draw: () => number = Math.random): Breaker {
  if (lesson.has_answered) return { failures: 0, rests: 0, closed_until: null, rest_reason: null };
  if (lesson.failures === 0) return before;
  const failures = before.failures + lesson.failures;
  const is_open = failures >= failures_max;
  const rest_s = is_open ? Math.min(rest_max_s, rest_first_s * 2 ** before.rests) * (0.5 + draw() / 2) : 0;
  const asked_s = Math.min(lesson.retry_after_s ?? 0, retry_after_max_s);
  const rests = before.rests + (is_open ? 1 : 0);
  if (rest_s === 0 && asked_s === 0) return { failures, rests, closed_until: null, rest_reason: null };
  const closed_until = new Date(now.getTime() + Math.max(rest_s, asked_s) * 1000).toISOString();
  return { failures, rests, closed_until, rest_reason: asked_s >= rest_s ? 'asked' : 'failures' };
}
