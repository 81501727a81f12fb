import type { Clock } from '#platform/clock/clock.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { fetchOnce, type Answer, type Way } from './fetch-once.ts';
import type { Wait } from './host-gate.ts';
import type { HostHealth } from './host-health.ts';
import { pageTooLarge, unavailable } from './outbound-errors.ts';
import { BodyTooLarge } from './read-body.ts';
import { retryAfter } from './retry-after.ts';

const repeats_max = 2;
/** First pause; doubles, and is drawn between half and whole so that many servers do not come back at once. */
const backoff_ms = 500;

interface Ports {
  way: Way;
  clock: Clock;
  wait: Wait;
  page_max_bytes: number;
}

interface Patience {
  health: HostHealth;
  signal: AbortSignal;
  /** Milliseconds of the clock. */
  ends_at: number;
}

/** Asks for a page, again when the host is busy or the connection breaks, as long as there is time. */
export async function fetchPatiently(ports: Ports, url: URL, patience: Patience): Promise<Answer> {
  for (let repeat = 0; ; repeat += 1) {
    const outcome = await attempt(ports, url, patience);
    if ('answer' in outcome) return outcome.answer;
    const pause_ms = outcome.retry_after_s === null ? backoff(repeat) : outcome.retry_after_s * 1000;
    const in_time = ports.clock.now().getTime() + pause_ms < patience.ends_at;
    if (repeat >= repeats_max || !in_time || !outcome.may_repeat) {
      if (outcome.retry_after_s !== null) patience.health.leaveAlone(outcome.retry_after_s);
      throw unavailable(url.hostname, { detail: outcome.detail, cause: outcome.cause, retry_after_s: outcome.retry_after_s ?? undefined });
    }
    await ports.wait(pause_ms, patience.signal);
    patience.health.check();
  }
}

interface Failure {
  detail: string;
  may_repeat: boolean;
  retry_after_s: number | null;
  cause?: unknown;
}

async function attempt(
  { way, clock, page_max_bytes }: Ports,
  url: URL,
  { health, signal }: Patience,
): Promise<{ answer: Answer } | Failure> {
  try {
    const answer = await fetchOnce(way, url, { max_bytes: page_max_bytes, overflow: 'fail', signal });
    if (answer.status < 500 && answer.status !== 429) {
      health.succeeded();
      return { answer };
    }
    health.failed();
    const retry_after_s = retryAfter(answer.headers['retry-after'], clock.now());
    return { detail: `status ${answer.status}`, may_repeat: [429, 502, 503, 504].includes(answer.status), retry_after_s };
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof BodyTooLarge) throw pageTooLarge(url.hostname);
    health.failed();
    signal.throwIfAborted();
    return { detail: 'the connection failed', may_repeat: true, retry_after_s: null, cause: error };
  }
}

const backoff = (repeat: number): number => backoff_ms * 2 ** repeat * (0.5 + Math.random() / 2);
