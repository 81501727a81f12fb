import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface LoadFigures {
  rps: number;
  p50_ms: number;
  p99_ms: number;
  /** Answers other than 2xx, and broken connections. */
  errors: number;
  /** Answers by status, when not all were 2xx. */
  answers?: Record<string, number>;
}

interface Load {
  url: string;
  requests: readonly LoadRequest[];
  connections: number;
  seconds: number;
}

/**
 * Sends as many requests as go over several connections, each taking the next of one list. Reads only the status and the
 * length of an answer: a client that parses every header in JavaScript (autocannon does) is slower than the server on the
 * core beside it, and then measures itself.
 */
export async function load({ url, requests, connections, seconds }: Load): Promise<LoadFigures> {
  const { hostname, port } = new URL(url);
  const prepared = requests.map((request) => Buffer.from(writeRequest(request, hostname)));
  const tally: Tally = { latencies: [], answers: {}, broken: 0 };
  const started = performance.now();
  const until = started + seconds * 1000;
  let next = 0;
  const stayAwake = keepAwake();
  const take = (): Buffer => prepared[next++ % prepared.length] as Buffer;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname);
      socket.setNoDelay(true);
      await once(socket, 'connect');
      await askUntil({ socket, take, until, tally });
    }),
  );
  stayAwake.stop();
  return figuresOf(tally, (performance.now() - started) / 1000);
}

/**
 * Keeps this process from sleeping: waking a sleeper costs the server that answers it, on a virtual machine more than the
 * answer does, and the slower server would pay it for every answer while the faster one never lets us sleep.
 */
function keepAwake(): { stop: () => void } {
  let is_awake = true;
  const turn = (): void => {
    if (is_awake) setImmediate(turn);
  };
  turn();
  return {
    stop: () => {
      is_awake = false;
    },
  };
}

interface Tally {
  latencies: number[];
  answers: Record<string, number>;
  broken: number;
}

function writeRequest({ method, path, headers, body = '' }: LoadRequest, host: string): string {
  const lines = Object.entries({ host, ...headers, ...(body ? { 'content-length': String(Buffer.byteLength(body)) } : {}) });
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

/** One request after the other on one connection. */
function askUntil({ socket, take, until, tally }: { socket: Socket; take: () => Buffer; until: number; tally: Tally }): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let held: Buffer = Buffer.alloc(0);
  let sent = 0;
  const send = (): void => {
    sent = performance.now();
    socket.write(take());
  };
  socket.on('data', (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const length = answerLength(held);
    if (length === undefined || held.length < length) return;
    const status = held.toString('latin1', 9, 12);
    tally.answers[status] = (tally.answers[status] ?? 0) + 1;
    const now = performance.now();
    tally.latencies.push(now - sent);
    held = Buffer.alloc(0);
    if (now < until) return send();
    socket.destroy();
    resolve();
  });
  socket.on('error', () => {
    tally.broken += 1;
  });
  socket.on('close', () => resolve());
  send();
  return promise;
}

const header_end = Buffer.from('\r\n\r\n');

/** Bytes of the whole answer, once its headers are here. */
function answerLength(held: Buffer): number | undefined {
  const end = held.indexOf(header_end);
  if (end < 0) return undefined;
  const length = /content-length: (\d+)/i.exec(held.toString('latin1', 0, end))?.[1];
  return end + header_end.length + Number(length ?? 0);
}

function figuresOf({ latencies, answers, broken }: Tally, elapsed_s: number): LoadFigures {
  const sorted = Float64Array.from(latencies).sort();
  const errors = broken + Object.entries(answers).reduce((sum, [status, count]) => sum + (status.startsWith('2') ? 0 : count), 0);
  return {
    rps: Math.round(latencies.length / elapsed_s),
    p50_ms: quantile(sorted, 0.5),
    p99_ms: quantile(sorted, 0.99),
    errors,
    ...(errors > 0 ? { answers } : {}),
  };
}

/** The value that a share `q` of the sorted values does not exceed, to a tenth. */
export const quantile = (sorted: ArrayLike<number>, q: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0) * 10) / 10;
