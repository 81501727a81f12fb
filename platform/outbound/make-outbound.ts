import { lookup } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '#platform/clock/clock.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { abortable } from './abortable.ts';
import { decodeText } from './decode-text.ts';
import type { Answer, Way } from './fetch-once.ts';
import { default_timeouts, type Timeouts } from './fetch-pinned.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import { HostGate, type Wait } from './host-gate.ts';
import { nextAddress, redirects_max } from './next-address.ts';
import { badLink, pageMissing, pageRefused, robotsForbidden, unavailable } from './outbound-errors.ts';
import type { Outbound, OutboundPage } from './outbound.ts';
import { pinAddress, type Resolve } from './pin-address.ts';
import { readLink } from './read-link.ts';
import { Robots } from './robots.ts';

/** All of one page: waiting in line, robots.txt, redirects, repeats. Somebody is looking at a spinner. */
const total_ms = 15_000;
/** Decoded. Real product pages reach 2.5 MB. */
const page_max_bytes = 8 * 1024 * 1024;
const interval_ms = 1000;

export interface OutboundOptions {
  /** Who we are and where to read about us: `ToileBot/0.1 (+https://…)`. */
  user_agent: string;
  clock: Clock;
  log?: Log;
  resolve?: Resolve;
  wait?: Wait;
  /** `host:port` pairs that tests serve on the loopback; everything else stays forbidden. */
  allowed_for_tests?: readonly string[];
  limits?: Partial<Timeouts & { total_ms: number; page_max_bytes: number; interval_ms: number }>;
}

/** Makes the one way out to shops: see README.md here. */
export function makeOutbound({
  user_agent,
  clock,
  log,
  resolve = resolveByDns,
  wait = waitFor,
  allowed_for_tests = [],
  limits = {},
}: OutboundOptions): Outbound {
  const bounds = { ...default_timeouts, total_ms, page_max_bytes, interval_ms, ...limits };
  const way: Way = { user_agent, resolve, allowed: new Set(allowed_for_tests), timeouts: bounds };
  const stopped = new AbortController();
  const world: World = {
    way,
    clock,
    wait,
    page_max_bytes: bounds.page_max_bytes,
    gate: new HostGate({ clock, wait, interval_ms: bounds.interval_ms }),
    robots: new Robots({ way, clock }),
  };
  const reading = new Map<string, Promise<OutboundPage>>();
  return {
    readPage: async (link, signal) => {
      const url = readLink(link, way.allowed);
      // Who asks for a page that is being read already gets that one; nobody's leaving ends it for the others.
      const page = reading.get(url.href) ?? start(world, { url, stopped: stopped.signal, total_ms: bounds.total_ms, log });
      reading.set(url.href, page);
      void page
        .catch(() => undefined)
        .finally(() => {
          if (reading.get(url.href) === page) reading.delete(url.href);
        });
      return abortable(page, signal);
    },
    stop: async () => {
      stopped.abort(new Error('outbound was stopped'));
      await Promise.allSettled(reading.values());
    },
  };
}

interface World {
  way: Way;
  clock: Clock;
  wait: Wait;
  gate: HostGate;
  robots: Robots;
  page_max_bytes: number;
}

interface Start {
  url: URL;
  stopped: AbortSignal;
  total_ms: number;
  log: Log | undefined;
}

async function start(world: World, { url, stopped, total_ms: allowed_ms, log }: Start): Promise<OutboundPage> {
  const late = AbortSignal.timeout(allowed_ms);
  try {
    return await readPage(world, url, { signal: AbortSignal.any([late, stopped]), ends_at: world.clock.now().getTime() + allowed_ms });
  } catch (error) {
    log?.info({ host: url.host, err: error }, 'a page could not be read');
    if (late.aborted || stopped.aborted) throw unavailable(url.hostname, { detail: 'the deadline passed', cause: error });
    throw error;
  }
}

interface Deadline {
  signal: AbortSignal;
  ends_at: number;
}

async function readPage(world: World, from: URL, deadline: Deadline): Promise<OutboundPage> {
  let url = from;
  for (let hop = 0; hop <= redirects_max; hop += 1) {
    const answer = await visit(world, url, deadline);
    const next = nextAddress(url, answer, world.way.allowed);
    if (!next) return toPage(url, answer);
    url = next;
  }
  throw badLink(`more than ${redirects_max} redirects`);
}

/** Asks robots.txt and then for the page, in one turn at the host's gate. */
function visit(world: World, url: URL, deadline: Deadline): Promise<Answer> {
  return world.gate.visit(url.hostname, deadline.signal, async (health) => {
    // Before anything else, so that a private address is called what it is; each request checks and pins its own again.
    await pinAddress(url, world.way);
    const verdict = await world.robots.verdict(url, deadline.signal);
    if (verdict === 'forbidden') throw robotsForbidden(url.hostname);
    if (verdict === 'unreachable') {
      health.failed();
      throw unavailable(url.hostname, { detail: 'robots.txt cannot be had, which forbids everything' });
    }
    return fetchPatiently(world, url, { health, ...deadline });
  });
}

function toPage(url: URL, { status, headers, bytes }: Answer): OutboundPage {
  const content_type = headers['content-type'] ?? '';
  if (status === 200) return { url: url.href, content_type, text: decodeText(bytes, content_type) };
  if (status === 404 || status === 410) throw pageMissing(url.hostname);
  throw pageRefused(url.hostname, `status ${status}`);
}

async function resolveByDns(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

const waitFor: Wait = async (ms, signal) => {
  await setTimeout(ms, undefined, { signal });
};
