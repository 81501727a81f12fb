import type { Clock } from '#platform/clock/clock.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { abortable } from './abortable.ts';
import type { Hosts } from './hosts.ts';
import { unavailable } from './outbound-errors.ts';
import type { Visit } from './visit.ts';

/** Who stands further back would not be served before the deadline anyway. */
const waiting_max = 12;

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

interface Line {
  waiting: number;
  /** Settles when the last one in line has left. */
  tail: Promise<void>;
}

interface Gate {
  clock: Clock;
  wait: Wait;
  hosts: Hosts;
  log: Log | undefined;
}

export interface Deadline {
  signal: AbortSignal;
  /** Milliseconds of the clock. */
  ends_at: number;
}

/**
 * Lets visitors of a host in one at a time. In this process they stand in line, so that only the first asks the
 * database for a turn; between processes that decides.
 */
export class HostGate {
  readonly #lines = new Map<string, Line>();
  readonly #gate: Gate;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /**
   * Runs a visit when its turn comes. Throws `catalog.retailer_unavailable` when the host is left alone, when too many
   * wait, or when the turn would come too late; the signal's reason; or what the database throws when it is away.
   */
  async visit<T>(name: string, deadline: Deadline, work: (visit: Visit) => Promise<T>): Promise<T> {
    const line = this.#lines.get(name) ?? { waiting: 0, tail: Promise.resolve() };
    this.#lines.set(name, line);
    if (line.waiting >= waiting_max) throw unavailable(name, { detail: 'too many wait for this host', retry_after_s: waiting_max });
    const before = line.tail;
    const left = Promise.withResolvers<void>();
    line.tail = before.then(() => left.promise);
    line.waiting += 1;
    try {
      if (line.waiting > 1) await this.#waitInLine(name, before, deadline);
      const visit = await this.#takeTurn(name, deadline);
      try {
        return await work(visit);
      } finally {
        await this.#giveBack(visit);
      }
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) this.#lines.delete(name);
      left.resolve();
    }
  }

  /** A host that is left alone is not worth a minute in line. */
  async #waitInLine(name: string, before: Promise<void>, { signal }: Deadline): Promise<void> {
    const refusal = await abortable(this.#gate.hosts.refusal(name), signal);
    if (refusal) throw unavailable(name, refusal);
    await abortable(before, signal);
  }

  async #takeTurn(name: string, { signal, ends_at }: Deadline): Promise<Visit> {
    const { hosts, clock, wait } = this.#gate;
    for (;;) {
      const asked = hosts.takeTurn(name);
      const answer = await abortable(asked, signal).catch((error: unknown) => {
        // Nobody would give back a turn that comes after we stopped waiting.
        void asked.then((late) => (late.kind === 'granted' ? this.#giveBack(late.visit) : undefined)).catch(() => undefined);
        throw error;
      });
      if (answer.kind === 'granted') return answer.visit;
      if (answer.kind === 'refused') throw unavailable(name, answer);
      const is_late = clock.now().getTime() + answer.wait_ms >= ends_at;
      if (is_late) throw unavailable(name, { detail: 'the next turn comes too late', retry_after_s: answer.wait_ms / 1000 });
      await wait(answer.wait_ms, signal);
    }
  }

  /** A turn that cannot be given back ends by itself; the page that was read is no worse for it. */
  async #giveBack(visit: Visit): Promise<void> {
    try {
      await this.#gate.hosts.giveBack(visit);
    } catch (error) {
      this.#gate.log?.warn({ err: error, host: visit.host }, 'a turn at a host could not be given back; it ends by itself');
    }
  }
}
