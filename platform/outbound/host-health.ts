import type { Clock } from '#platform/clock/clock.ts';
import { unavailable } from './outbound-errors.ts';

/** Failures in a row after which a host is left alone: two shoppers' tries, or one and its repeats. */
const failures_max = 5;
/** How long; then one visit tries again (they come one at a time, see HostGate) and decides. */
const rest_s = 30;
/** What a shop may ask for with Retry-After; longer is more likely a mistake. */
const retry_after_max_s = 24 * 3600;

/** Remembers whether a host answers: a circuit breaker that also obeys Retry-After. */
export class HostHealth {
  readonly #name: string;
  readonly #clock: Clock;
  #failures = 0;
  #closed_until = -Infinity;

  constructor(name: string, clock: Clock) {
    this.#name = name;
    this.#clock = clock;
  }

  /** Throws `catalog.retailer_unavailable` while the host is left alone. */
  check(): void {
    const rest_ms = this.#closed_until - this.#now();
    if (rest_ms <= 0) return;
    throw unavailable(this.#name, { detail: 'left alone after failures, or as it asked', retry_after_s: rest_ms / 1000 });
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures += 1;
    if (this.#failures >= failures_max) this.leaveAlone(rest_s);
  }

  /** Keeps away for as long as the host asked. */
  leaveAlone(seconds: number): void {
    this.#closed_until = Math.max(this.#closed_until, this.#now() + Math.min(seconds, retry_after_max_s) * 1000);
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
