import { ApiError } from '#contract/client.ts';
import type { AppContext } from '#web/app-context.ts';
import { linkedQuestionQuery } from './inbox-queries.ts';

/**
 * Asks for the question of a link, on the server before the page is written. A link that has ended is no failure: the page says so,
 * with the right status, which it hands on to the browser.
 */
export async function prepareQuestion({ api, queries }: AppContext, token: string): Promise<{ status: number } | null> {
  const asked = queries.ensureQueryData(linkedQuestionQuery(api, token));
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

/** What was cut by a mail program is refused as invalid. */
export const isEnded = ({ body: { code } }: ApiError): boolean =>
  ['inbox.link_ended', 'request.invalid', 'request.not_found'].includes(code);
