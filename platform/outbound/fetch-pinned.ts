import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import type { PinnedAddress } from './pin-address.ts';

const connect_timeout_ms = 5000;
/** Until the first byte of the answer: slower shops are down, for somebody who waits. */
const headers_timeout_ms = 8000;
/** Between two pieces of the body: ends a stalled transfer long before the total deadline. */
const body_timeout_ms = 5000;

export interface Timeouts {
  headers_ms: number;
  body_ms: number;
}
export const default_timeouts: Timeouts = { headers_ms: headers_timeout_ms, body_ms: body_timeout_ms };

export interface PinnedFetch {
  address: PinnedAddress;
  headers: Record<string, string>;
  timeouts: Timeouts;
  signal: AbortSignal;
  /** With one it is a POST. */
  body?: string;
}

/**
 * Sends one request to exactly the given address, whatever its host name resolves to, and hands the answer to `use`.
 * Follows no redirect, keeps no connection: whatever `use` leaves unread is dropped.
 */
export async function fetchPinned<T>(url: URL, fetch: PinnedFetch, use: (answer: Dispatcher.ResponseData) => Promise<T>): Promise<T> {
  const { address, headers, timeouts, signal, body = null } = fetch;
  const agent = new Agent({
    connect: { lookup: always(address), timeout: connect_timeout_ms },
    headersTimeout: timeouts.headers_ms,
    bodyTimeout: timeouts.body_ms,
  });
  try {
    const method = body === null ? 'GET' : 'POST';
    const answer = await agent.request({ origin: url.origin, path: url.pathname + url.search, method, headers, signal, body });
    // A body left unread ends with an error that nobody waits for.
    answer.body.on('error', () => undefined);
    return await use(answer);
  } finally {
    // Not awaited: ending a stalled connection must not hold up the answer.
    void agent.destroy().catch(() => undefined);
  }
}

const always =
  ({ address, family }: PinnedAddress): LookupFunction =>
  (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
