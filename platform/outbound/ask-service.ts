import { request } from 'undici';
import { BodyTooLarge, readBody } from './read-body.ts';
import { retryAfter } from './retry-after.ts';

export interface ServiceQuestion {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Of the answer, decoded. */
  answer_max_bytes: number;
  /** Ends it, however far it is: nothing else bounds the time. */
  signal: AbortSignal;
  /** To read a Retry-After that is a date. */
  now: Date;
}

/** What a service said; `body` is undefined where it was no JSON. */
export type ServiceAnswer = { status: number; retry_after_s: number | null; body: unknown } | Failure;

interface Failure {
  failure: 'unreachable' | 'too_large';
  /** False when there was never a connection: nobody out there has begun anything. */
  was_sent: boolean;
}

/** Errors from before there is a connection. */
const unconnected: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Asks a service that the operator named in the settings, in JSON. It may stand in a private network; it may not send us elsewhere
 * (no redirect is followed) nor without end. What goes wrong out there is an answer; throws the signal's reason when that aborts.
 */
export async function askService(url: string, question: ServiceQuestion): Promise<ServiceAnswer> {
  const { method, body, answer_max_bytes: max_bytes, signal, now } = question;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = {
    ...question.headers,
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  try {
    const answer = await request(url, { method, headers, signal, ...sent });
    const [encoding] = [answer.headers['content-encoding']].flat();
    const [length] = [answer.headers['content-length']].flat();
    const told = { content_encoding: encoding ?? '', content_length: length === undefined ? null : Number(length) };
    const content = await readBody(answer.body, told, { max_bytes, overflow: 'fail' }).finally(() => answer.body.destroy());
    const retry_after_s = retryAfter([answer.headers['retry-after']].flat()[0], now);
    return { status: answer.statusCode, retry_after_s, body: parsed(content) };
  } catch (error) {
    signal.throwIfAborted();
    const was_sent = !(error instanceof Error && 'code' in error && unconnected.has(error.code));
    return { failure: error instanceof BodyTooLarge ? 'too_large' : 'unreachable', was_sent };
  }
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
