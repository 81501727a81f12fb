import { lookup } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { abortable } from './abortable.ts';
import type { Way } from './fetch-once.ts';
import { default_timeouts, type Timeouts } from './fetch-pinned.ts';
import { type Deadline, HostGate, type Wait } from './host-gate.ts';
import { Hosts } from './hosts.ts';
import { OutboundStopped, unavailable } from './outbound-errors.ts';
import type { Outbound, OutboundPage, Validators } from './outbound.ts';
import type { Resolve } from './pin-address.ts';
import { post_ms, postMessage } from './post-message.ts';
import { readLink } from './read-link.ts';
import { readFileThrough, readThrough, type World } from './read-through.ts';
import { Robots } from './robots.ts';

/** All of one page: waiting in line, robots.txt, redirects, repeats. Somebody is looking at a spinner. */
const total_ms = 15_000;
/** Decoded. Real product pages reach 2.5 MB. */
const page_max_bytes = 8 * 1024 * 1024;
const interval_ms = 1000;
/** A visit ends within total_ms; who holds a turn for longer has died. */
const lease_margin_ms = 5000;

export interface OutboundOptions {
  /** Who we are and where to read about us: `ToileBot/0.1 (+https://…)`. */
  user_agent: string;
  clock: Clock;
  /** Where all processes keep what they know of hosts. */
  db: Database;
  log?: Log;
  resolve?: Resolve;
  wait?: Wait;
  /** `host:port` pairs that tests serve on the loopback; everything else stays forbidden. */
  allowed_for_tests?: readonly string[];
  /** `host` or `host:port` on the operator's own network, to which messages may be sent. */
  post_allowed?: readonly string[];
  limits?: Partial<Timeouts & { total_ms: number; page_max_bytes: number; interval_ms: number; post_ms: number }>;
}

/** Makes the one way out to shops: see README.md here. */
export function makeOutbound({ log, limits = {}, post_allowed = [], ...options }: OutboundOptions): Outbound {
  const bounds = { ...default_timeouts, total_ms, page_max_bytes, interval_ms, post_ms, ...limits };
  const world = makeWorld(options, bounds, log);
  const stopped = new AbortController();
  const reading = new Map<string, Promise<unknown>>();
  /** Who asks for what is being read already gets that; nobody's leaving ends it for the others. */
  const share = <T>(link: string, wanted: unknown, { signal, read }: { signal: AbortSignal; read: Read<T> }): Promise<T> => {
    const url = readLink(link, world.way.allowed);
    const key = JSON.stringify([url.href, wanted]);
    const found =
      (reading.get(key) as Promise<T> | undefined) ?? start(world, { url, read, stopped: stopped.signal, total_ms: bounds.total_ms, log });
    reading.set(key, found);
    void found
      .catch(() => undefined)
      .finally(() => {
        if (reading.get(key) === found) reading.delete(key);
      });
    return abortable(found, signal);
  };
  const readPage = (link: string, signal: AbortSignal, validators: Validators | null) =>
    share(link, validators, { signal, read: (url, deadline) => readThrough(world, url, { ...deadline, validators }) });
  return {
    // Without validators no shop has anything to compare with, and readThrough knows no such answer.
    readPage: async (link, signal) => (await readPage(link, signal, null)) as OutboundPage,
    rereadPage: async (link, validators, signal) => readPage(link, signal, validators),
    readFile: async (link, { accept }, signal) =>
      share(link, { accept }, { signal, read: (url, deadline) => readFileThrough(world, url, { ...deadline, accept }) }),
    post: (address, message, signal) =>
      postMessage(address, {
        way: { ...world.way, allowed: new Set(post_allowed) },
        message,
        signal: AbortSignal.any([signal, stopped.signal]),
        timeout_ms: bounds.post_ms,
        now: world.clock.now(),
      }),
    stop: async () => {
      stopped.abort(new OutboundStopped('outbound was stopped'));
      await Promise.allSettled(reading.values());
    },
  };
}

type Bounds = Required<NonNullable<OutboundOptions['limits']>>;

function makeWorld(
  { user_agent, clock, db, resolve = resolveByDns, wait = waitFor, allowed_for_tests = [] }: OutboundOptions,
  bounds: Bounds,
  log: Log | undefined,
): World {
  const way: Way = { user_agent, resolve, allowed: new Set(allowed_for_tests), timeouts: bounds };
  const hosts = new Hosts({ db, clock, interval_ms: bounds.interval_ms, lease_ms: bounds.total_ms + lease_margin_ms });
  return {
    way,
    clock,
    wait,
    page_max_bytes: bounds.page_max_bytes,
    interval_ms: bounds.interval_ms,
    gate: new HostGate({ clock, wait, hosts, log }),
    robots: new Robots({ way, clock, db }),
  };
}

type Read<T> = (url: URL, deadline: Deadline) => Promise<T>;

interface Start<T> {
  url: URL;
  read: Read<T>;
  stopped: AbortSignal;
  total_ms: number;
  log: Log | undefined;
}

async function start<T>(world: World, { url, read, stopped, total_ms: allowed_ms, log }: Start<T>): Promise<T> {
  const late = AbortSignal.timeout(allowed_ms);
  try {
    const ends_at = world.clock.now().getTime() + allowed_ms;
    return await read(url, { signal: AbortSignal.any([late, stopped]), ends_at });
  } catch (error) {
    log?.info({ host: url.host, err: error }, 'a page could not be read');
    if (late.aborted || stopped.aborted) throw unavailable(url.hostname, { detail: 'the deadline passed', cause: error });
    throw error;
  }
}

async function resolveByDns(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

const waitFor: Wait = async (ms, signal) => {
  await setTimeout(ms, undefined, { signal });
};
