import { ApiError } from '#contract/client.ts';
import type { AppContext } from '#web/app-context.ts';
import { sharedLookQuery } from './share-queries.ts';

/** Asks for the look of a link, on the server before the page is written. One that has ended is no failure: the page says so, with the right status. */
export async function prepareShared({ api, queries }: AppContext, token: string): Promise<{ status: number } | null> {
  const asked = queries.ensureQueryData(sharedLookQuery(api, token));
  const ended = asked.then(
    () => null,
    (error: unknown) => {
      if (error instanceof ApiError && isEnded(error)) return { status: 410 };
      throw error;
    },
  );
  if (import.meta.env.SSR) return ended;
  // In the browser the page opens at once and tells by itself.
  void ended.catch(() => undefined);
  return null;
}

/** What was cut on its way is refused as invalid. */
export const isEnded = ({ body: { code } }: ApiError): boolean =>
  ['tryon.share_ended', 'request.invalid', 'request.not_found'].includes(code);
