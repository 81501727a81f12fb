import { notFound } from '@tanstack/react-router';
import { ApiError } from '#contract/client.ts';

/** What is somebody else's looks like what never was. */
const isMissing = ({ status, body }: ApiError): boolean => [401, 403, 404, 410].includes(status) || body.code === 'request.invalid';

/**
 * Waits for what a page shows when it is rendered on the server; the browser only begins to ask and opens the page at once,
 * which then shows what it has. What is not there, or not there any more, is said with the right status.
 */
export async function preparePage(asked: readonly Promise<unknown>[]): Promise<void> {
  const settled = Promise.all(asked);
  if (!import.meta.env.SSR) return void settled.catch(() => undefined);
  try {
    await settled;
  } catch (error) {
    if (error instanceof ApiError && isMissing(error)) throw notFound({ data: { status: error.status === 410 ? 410 : 404 } });
    throw error;
  }
}
