import type { ApiError } from '#contract/client.ts';
import { isEnded, prepareLinked } from '#web/api/prepare-linked.ts';
import type { AppContext } from '#web/app-context.ts';
import { sharedLookQuery } from './share-queries.ts';

const code_ended = 'tryon.share_ended';

/** Asks for the look of a link. */
export const prepareShared = ({ api, queries }: AppContext, token: string): Promise<{ status: number } | null> =>
  prepareLinked(queries.ensureQueryData(sharedLookQuery(api, token)), code_ended);

export const isShareEnded = (error: ApiError): boolean => isEnded(error, code_ended);
