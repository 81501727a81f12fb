import { ApiError } from '#contract/client.ts';

/**
 * What stands behind a link, on the server before the page is written. A link that has ended is no failure: the page says so, with
 * the right status, which it hands on to the browser. `code_ended` is what the API says then; what was cut on its way is refused as invalid.
 */
export async function prepareLinked(asked: Promise<unknown>, code_ended: string): Promise<{ status: number } | null> {
  const ended = asked.then(
    () => null,
    (error: unknown) => {
      if (error instanceof ApiError && isEnded(error, code_ended)) return { status: 410 };
      throw error;
    },
  );
  if (import.meta.env.SSR) return ended;
  // In the browser the page opens at once and tells by itself.
  void ended.catch(() => undefined);
  return null;
}

export const isEnded = ({ body: { code } }: ApiError, code_ended: string): boolean =>
  [code_ended, 'request.invalid', 'request.not_found'].includes(code);
