import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { request, type Agent, type Dispatcher } from 'undici';
import { storageUnavailable } from '../storage-errors.ts';
import type { S3Place } from '../read-storage-url.ts';

export interface S3Target extends S3Place {
  keys: { id: string; secret: string };
  connections: Agent;
  first_pause_ms: number;
  /** Until an answer begins, what is sent included: a server that stops reading shows no other sign. */
  answer_timeout_ms: (size_bytes: number) => number;
}

export interface S3Question {
  method: 'GET' | 'PUT' | 'HEAD' | 'DELETE';
  key?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Made anew for each try. */
  body?: { size_bytes: number; sha256: string; open: () => Uint8Array | AsyncIterable<Uint8Array> };
  signal: AbortSignal;
}

export type S3Answer = Dispatcher.ResponseData;

/** Enough for a hiccup or a restart of one node; an outage is told instead of waited for. */
const tries_max = 4;
const empty_sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const worth_another_try: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Asks S3 and returns its answer when that is a yes, or a 404. Every act here can be repeated, so what may pass is tried
 * again after growing pauses. Throws `platform.storage_unavailable`, or the signal's reason.
 */
export async function askS3(target: S3Target, question: S3Question): Promise<S3Answer> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await askOnce(target, question).catch((error: unknown) => error as Error);
    if (!(outcome instanceof Error) && (outcome.statusCode < 300 || outcome.statusCode === 404)) return outcome;
    question.signal.throwIfAborted();
    const is_final = tries === tries_max || !(outcome instanceof Error || worth_another_try.has(outcome.statusCode));
    const failure = await describe(outcome, question, tries);
    if (is_final) throw failure;
    // Half of it by chance, so that many who failed together do not come back together.
    await sleep(target.first_pause_ms * 2 ** (tries - 1) * (0.5 + Math.random() / 2), undefined, { signal: question.signal });
  }
}

async function askOnce(target: S3Target, { method, key, query = {}, headers = {}, body, signal }: S3Question): Promise<S3Answer> {
  const url = new URL(target.bucket_url);
  url.pathname += key === undefined ? '' : `${url.pathname.endsWith('/') ? '' : '/'}${target.prefix}${key}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const signed = await new AwsV4Signer({
    method,
    url: url.href,
    service: 's3',
    region: target.region,
    accessKeyId: target.keys.id,
    secretAccessKey: target.keys.secret,
    // The server refuses a body that was changed or cut on its way.
    headers: { ...headers, 'x-amz-content-sha256': body?.sha256 ?? empty_sha256 },
  }).sign();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error('no answer in time')), target.answer_timeout_ms(body?.size_bytes ?? 0));
  try {
    return await request(signed.url, {
      dispatcher: target.connections,
      method,
      headers: { ...Object.fromEntries(signed.headers), ...(body ? { 'content-length': String(body.size_bytes) } : {}) },
      ...(body ? { body: bodyOf(body.open()) } : {}),
      signal: AbortSignal.any([signal, late.signal]),
    });
  } finally {
    // The answer's body has a time of its own, by its silence.
    clearTimeout(timer);
  }
}

const bodyOf = (content: Uint8Array | AsyncIterable<Uint8Array>): Buffer | Readable =>
  content instanceof Uint8Array
    ? Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    : Readable.from(content, { objectMode: false });

/** What went wrong, for the log; an answer's body is read so that its connection is free again. */
async function describe(outcome: S3Answer | Error, { method, key = '' }: S3Question, tries: number): Promise<Error> {
  const act = `S3 ${method} ${key} (try ${tries})`;
  if (outcome instanceof Error) return storageUnavailable(`${act}: ${outcome.message}`, outcome);
  const text = await outcome.body.text().catch(() => '');
  const said = /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? '';
  const advice = outcome.statusCode === 403 ? '; check the keys, the bucket and this machine’s clock' : '';
  return storageUnavailable(`${act}: ${outcome.statusCode} ${said}${advice}`);
}
