import { errors } from 'undici';
import { AppError } from '#platform/errors/app-error.ts';
import { abortable } from './abortable.ts';
import type { Way } from './fetch-once.ts';
import { fetchPinned } from './fetch-pinned.ts';
import type { Message, Posted } from './outbound.ts';
import { pinAddress } from './pin-address.ts';
import { readPostAddress } from './post-address.ts';
import { retryAfter } from './retry-after.ts';

/** Until the answer's first byte, connecting included; as long as Standard Webhooks asks a sender to wait at least. */
export const post_ms = 15_000;

interface Post {
  way: Way;
  message: Message;
  signal: AbortSignal;
  timeout_ms: number;
  now: Date;
}

/**
 * Sends one message to an address that somebody gave: checked, pinned and bounded like a page, without any visit to
 * robots.txt, because its owner asked for it. Follows no redirect and reads nothing of the answer but its head.
 */
export async function postMessage(address: string, { way, message, signal, timeout_ms, now }: Post): Promise<Posted> {
  const late = AbortSignal.timeout(timeout_ms);
  try {
    const url = readPostAddress(address, way.allowed);
    const either = AbortSignal.any([late, signal]);
    const pinned = await abortable(pinAddress(url, way), either);
    const timeouts = { headers_ms: timeout_ms, body_ms: timeout_ms };
    const headers = { 'user-agent': way.user_agent, ...message.headers };
    return await fetchPinned(url, { address: pinned, headers, timeouts, signal: either, body: message.body }, (answer) =>
      Promise.resolve({ status: answer.statusCode, retry_after_s: retryAfterOf(answer.headers['retry-after'], now) }),
    );
  } catch (error) {
    signal.throwIfAborted();
    return { failure: late.aborted ? 'timed_out' : failureOf(error) };
  }
}

const retryAfterOf = (header: string | string[] | undefined, now: Date): number | null => retryAfter([header].flat()[0], now);

/** One word for each way in which it can fail; what stands at a private address is not told. */
function failureOf(error: unknown): Extract<Posted, { failure: string }>['failure'] {
  if (error instanceof AppError) {
    if (error.code === 'catalog.link_refused') return 'private_address';
    return error.code === 'catalog.bad_link' ? 'bad_address' : 'unreachable';
  }
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.ConnectTimeoutError) return 'timed_out';
  const { code = '' } = error as { code?: string };
  return /CERT|TLS|SSL|SELF_SIGNED|VERIFY/.test(code) ? 'bad_certificate' : 'unreachable';
}
