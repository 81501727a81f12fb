import { failures_max, type Lesson } from './breaker.ts';

/** A turn at a host, and what is learnt in it; handed back whole (see hosts.ts). */
export class Visit implements Lesson {
  readonly host: string;
  readonly token: string;
  /** The first after a rest: it decides for everybody, and is asked once. */
  readonly is_probe: boolean;
  has_answered = false;
  failures = 0;
  /** How long the host asked to be left alone when it was last asked. */
  retry_after_s: number | null = null;
  status: number | null = null;
  is_forbidden = false;
  /** null: robots.txt was not looked at. */
  crawl_delay_ms: number | null = null;
  readonly #failures_left: number;

  constructor(host: string, token: string, failures_before: number) {
    this.host = host;
    this.token = token;
    this.is_probe = failures_before >= failures_max;
    this.#failures_left = this.is_probe ? 1 : failures_max - failures_before;
  }

  /** False for a turn in which nothing was asked of the host: it then costs nobody a pause. */
  get has_asked(): boolean {
    return this.has_answered || this.failures > 0;
  }

  /** False when one more request would be made to a host that is to be left alone. */
  get may_repeat(): boolean {
    return this.failures < this.#failures_left;
  }

  /** `status` of the page; null when only robots.txt was asked for so far. */
  answered(status: number | null): void {
    this.has_answered = true;
    this.status = status;
  }

  /** `status` is null where there was no answer at all. */
  failed(status: number | null, retry_after_s: number | null = null): void {
    this.has_answered = false;
    this.failures += 1;
    this.status = status;
    this.retry_after_s = retry_after_s;
  }
}
