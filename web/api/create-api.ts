import { ApiError, createClient, type CallInput, type CallOutput, type Client, type RouteKey } from '#contract/client.ts';

interface ApiOptions {
  fetch?: typeof fetch;
}

/**
 * Makes the browser's client: the session lives in an httpOnly cookie, so no token is ever seen here.
 * A shopper nobody knows yet becomes somebody at the first call that needs it; calls that meet share one entry.
 */
export function createApi({ fetch: send = (input, init) => fetch(input, init) }: ApiOptions = {}): Client {
  const call = createClient({
    base_url: '',
    headers: () => ({ 'x-toile-client': 'web' }),
    fetch: (input, init) => send(input, { ...init, credentials: 'same-origin' }),
  });
  let entering: Promise<unknown> | null = null;
  const enterOnce = () => {
    entering ??= call('POST /v1/auth/anonymous', {}).finally(() => {
      entering = null;
    });
    return entering;
  };
  return async function callAsSomebody<K extends RouteKey>(key: K, input: CallInput<K>): Promise<CallOutput<K>> {
    try {
      return await call(key, input);
    } catch (error) {
      if (!(error instanceof ApiError) || error.body.code !== 'people.not_signed_in') throw error;
      await enterOnce();
      return call(key, input);
    }
  };
}
