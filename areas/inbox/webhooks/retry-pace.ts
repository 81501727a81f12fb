const minute_s = 60;
const hour_s = 3600;

/** After the first, second… attempt: soon, because most trouble is short, then rarely. A little over a day in all. */
const pauses_s = [minute_s, 5 * minute_s, 30 * minute_s, 2 * hour_s, 5 * hour_s, 8 * hour_s, 9 * hour_s] as const;

/** Failing for so long an endpoint is paused; the last attempt of its first message comes after it. */
export const failing_max_s = 24 * hour_s;

/** A receiver may ask for more patience, but not for so much that nothing is tried any more. */
const asked_max_s = 12 * hour_s;

/**
 * Says after how many seconds a message is tried again, null when no more. Spread by up to a tenth, by the message's own
 * id, so that what failed together does not come back together.
 */
export function pauseAfter(attempts: number, id: string, retry_after_s: number | null): number | null {
  const pause_s = pauses_s[attempts - 1];
  if (pause_s === undefined) return null;
  const spread = Number.parseInt(id.slice(-4), 16) / 0xffff;
  return Math.max(pause_s * (1 + spread / 10), Math.min(retry_after_s ?? 0, asked_max_s));
}
