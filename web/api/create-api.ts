import { rememberKnown } from './known.ts';
import { ApiError, type CallInput, type CallOutput, type Client, type RouteKey, type Send, createClient } from '#contract/client.ts';

interface ApiOptions {
  fetch?: Send;
}

const makes_somebody: ReadonlySet<RouteKey> = new Set<RouteKey>(['POST /v1/auth/signup', 'POST /v1/auth/login']);

/** Makes the client of a browser as it is: whoever is nobody yet stays nobody, and what needs somebody is refused. */
export const createQuietApi = ({ fetch: send = (url, init) => fetch(url, init) }: ApiOptions = {}): Client =>
  createClient({
    base_url: '',
    headers: () => ({ 'x-toile-client': 'web' }),
    fetch: (url, init) => send(url, { ...init, credentials: 'same-origin' }),
  });

/**
 * Makes the browser's client: the session lives in an httpOnly cookie, so no token is ever seen here.
 * A shopper nobody knows yet becomes somebody at the first call that needs it; calls that meet share one entry.
 */
export function createApi({ fetch: send = (input, init) => fetch(input, init) }: ApiOptions = {}): Client {
  const call = createQuietApi({ fetch: send });
  let entering: Promise<unknown> | null = null;
  const enterOnce = () => {
    entering ??= call('POST /v1/auth/anonymous', {}).finally(() => {
      entering = null;
    });
    return entering;
  };
  return async function callAsSomebody<K extends RouteKey>(key: K, input: CallInput<K>): Promise<CallOutput<K>> {
    try {
      const answer = await call(key, input);
      if (makes_somebody.has(key)) rememberKnown(true);
      return answer;
    } catch (error) {
      if (!(error instanceof ApiError) || error.body.code !== 'people.not_signed_in') throw error;
      await enterOnce();
      rememberKnown(true);
      return call(key, input);
    }
  };
}
