import type { Clock } from '#platform/clock/clock.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { fetchOnce, type Answer, type Way } from './fetch-once.ts';
import type { Deadline, Wait } from './host-gate.ts';
import { pageTooLarge, throwIfStopped, unavailable } from './outbound-errors.ts';
import { BodyTooLarge } from './read-body.ts';
import { retryAfter } from './retry-after.ts';
import type { Visit } from './visit.ts';

const repeats_max = 2;

interface Ports {
  way: Way;
  clock: Clock;
  wait: Wait;
  page_max_bytes: number;
  interval_ms: number;
}

interface Patience extends Deadline {
  visit: Visit;
  conditions: Record<string, string>;
}

/**
 * Asks for a page, again when the host is busy or the connection breaks, as long as there is time and the host is not
 * to be left alone. A repeat keeps the pause between two visits too.
 */
export async function fetchPatiently(ports: Ports, url: URL, patience: Patience): Promise<Answer> {
  const { visit, signal, ends_at } = patience;
  for (let repeat = 0; ; repeat += 1) {
    const outcome = await attempt(ports, url, patience);
    if ('answer' in outcome) return outcome.answer;
    const { detail, cause } = outcome;
    const pause_ms = Math.max(pauseBefore(repeat, ports, visit), (visit.retry_after_s ?? 0) * 1000);
    const in_time = ports.clock.now().getTime() + pause_ms < ends_at;
    if (repeat >= repeats_max || !in_time || !outcome.is_passing || !visit.may_repeat)
      throw unavailable(url.hostname, { detail, cause, retry_after_s: visit.retry_after_s ?? undefined });
    await ports.wait(pause_ms, signal);
  }
}

interface Failure {
  detail: string;
  /** True when asking again may help. */
  is_passing: boolean;
  cause?: unknown;
}

async function attempt(
  { way, clock, page_max_bytes }: Ports,
  url: URL,
  { visit, signal, conditions }: Patience,
): Promise<{ answer: Answer } | Failure> {
  try {
    const answer = await fetchOnce(way, url, { max_bytes: page_max_bytes, overflow: 'fail', signal, conditions });
    const { status, headers } = answer;
    if (status < 500 && status !== 429) {
      visit.answered(status);
      return { answer };
    }
    visit.failed(status, retryAfter(headers['retry-after'], clock.now()));
    return { detail: `status ${status}`, is_passing: [429, 502, 503, 504].includes(status) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof BodyTooLarge) {
      visit.answered(200);
      throw pageTooLarge(url.hostname);
    }
    throwIfStopped(signal);
    visit.failed(null);
    signal.throwIfAborted();
    return { detail: 'the connection failed', is_passing: true, cause: error };
  }
}

/** Doubles, and is drawn up to half as long again so that many servers do not come back at once. */
const pauseBefore = (repeat: number, { interval_ms }: Ports, { crawl_delay_ms }: Visit): number =>
  Math.max(interval_ms, crawl_delay_ms ?? 0) * 2 ** repeat * (1 + Math.random() / 2);
