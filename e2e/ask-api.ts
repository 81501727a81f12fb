import type { APIResponse, Page } from '@playwright/test';
import type { CallInput, CallOutput, RouteKey } from '#contract/client.ts';
import { createClient } from '#contract/client.ts';

/** Asks the API as the person whom this browser's cookie names, so that a screen can be held against the wire. */
export function askApi<K extends RouteKey>(page: Page, key: K, input: CallInput<K>): Promise<CallOutput<K>> {
  const call = createClient({
    base_url: '',
    headers: () => ({ 'x-toile-client': 'web' }),
    fetch: async (path, init = {}) => {
      const { method, headers, body } = init;
      const options = { method, headers: headers as Record<string, string>, data: body as string | undefined };
      return responseOf(await page.request.fetch(path, options));
    },
  });
  return call(key, input);
}

const responseOf = async (answer: APIResponse): Promise<Response> => new Response(await answer.text(), { status: answer.status() });
