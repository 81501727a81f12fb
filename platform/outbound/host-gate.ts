import type { Clock } from '#platform/clock/clock.ts';
import { abortable } from './abortable.ts';
import { HostHealth } from './host-health.ts';
import { unavailable } from './outbound-errors.ts';

/** Who stands further back would not be served before the deadline anyway. */
const waiting_max = 12;
/** Hosts remembered; beyond, the ones that nobody visits are forgotten, oldest first. */
const hosts_max = 2000;

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

interface Host {
  health: HostHealth;
  last_visit_at: number;
  waiting: number;
  /** Settles when the last one in line has left. */
  tail: Promise<void>;
}

interface Gate {
  clock: Clock;
  wait: Wait;
  /** From the end of one visit to the beginning of the next. */
  interval_ms: number;
}

/** Lets visitors of a host in one at a time, with a pause between them. In memory: each process has its own gate. */
export class HostGate {
  readonly #hosts = new Map<string, Host>();
  readonly #gate: Gate;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /** Runs a visit when its turn comes. Throws `catalog.retailer_unavailable` when too many wait, or the signal's reason. */
  async visit<T>(name: string, signal: AbortSignal, work: (health: HostHealth) => Promise<T>): Promise<T> {
    const host = this.#host(name);
    host.health.check();
    if (host.waiting >= waiting_max) throw unavailable(name, { detail: 'too many wait for this host', retry_after_s: waiting_max });
    const before = host.tail;
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    host.tail = before.then(() => left);
    host.waiting += 1;
    try {
      await abortable(before, signal);
      await this.#pause(host, signal);
      host.health.check();
      return await work(host.health);
    } finally {
      host.last_visit_at = this.#now();
      host.waiting -= 1;
      leave();
    }
  }

  async #pause(host: Host, signal: AbortSignal): Promise<void> {
    const rest_ms = host.last_visit_at + this.#gate.interval_ms - this.#now();
    if (rest_ms > 0) await this.#gate.wait(rest_ms, signal);
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    // Set again so that the map stays in the order of use.
    this.#hosts.delete(name);
    const host = known ?? { health: new HostHealth(name, this.#gate.clock), last_visit_at: -Infinity, waiting: 0, tail: Promise.resolve() };
    this.#hosts.set(name, host);
    this.#forgetIdle();
    return host;
  }

  #forgetIdle(): void {
    if (this.#hosts.size <= hosts_max) return;
    const [idle] = [...this.#hosts].find(([, host]) => host.waiting === 0) ?? [];
    if (idle !== undefined) this.#hosts.delete(idle);
  }

  #now(): number {
    return this.#gate.clock.now().getTime();
  }
}
