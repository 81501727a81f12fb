import type { IncomingHttpHeaders } from 'node:http';
import { fetchPinned, type Timeouts } from './fetch-pinned.ts';
import { pinAddress, type Resolve } from './pin-address.ts';
import { readBody } from './read-body.ts';

/** How to reach the world; made once by makeOutbound. */
export interface Way {
  user_agent: string;
  resolve: Resolve;
  /** `host:port` pairs (tests) that may be private and on any port. */
  allowed: ReadonlySet<string>;
  timeouts: Timeouts;
}

export interface Bounds {
  max_bytes: number;
  overflow: 'fail' | 'cut';
  signal: AbortSignal;
  /** Asks whether the page has changed since, or for another kind of file than pages. */
  conditions?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Empty unless the status is 200. */
  bytes: Buffer;
}

/** Asks for one address once: checked, pinned, bounded. Throws AppError for what is refused, anything else for a failed connection. */
export async function fetchOnce(way: Way, url: URL, { signal, conditions = {}, ...bounds }: Bounds): Promise<Answer> {
  const address = await pinAddress(url, way);
  signal.throwIfAborted();
  const headers = {
    'user-agent': way.user_agent,
    accept: 'text/html,application/xhtml+xml,text/plain;q=0.8',
    'accept-language': 'en',
    'accept-encoding': 'gzip, deflate, br',
    ...conditions,
  };
  return fetchPinned(url, { address, headers, timeouts: way.timeouts, signal }, async ({ statusCode, headers: given, body }) => {
    const answered = flat(given);
    const bytes = statusCode === 200 ? await readBody(body, bodyHeaders(answered), bounds) : Buffer.alloc(0);
    return { status: statusCode, headers: answered, bytes };
  });
}

/** Of a header that is sent twice the first counts. */
const flat = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, (Array.isArray(value) ? value[0] : value) ?? '']));

function bodyHeaders(headers: Record<string, string>) {
  const length = headers['content-length'];
  return {
    content_encoding: (headers['content-encoding'] ?? '').trim().toLowerCase(),
    content_length: length !== undefined && /^\d+$/.test(length) ? Number(length) : null,
  };
}
