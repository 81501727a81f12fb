import type { ApiError } from '#contract/client.ts';
import { isEnded, prepareLinked } from '#web/api/prepare-linked.ts';
import type { AppContext } from '#web/app-context.ts';
import { linkedQuestionQuery } from './inbox-queries.ts';

const code_ended = 'inbox.link_ended';

/** Asks for the question of a link. */
export const prepareQuestion = ({ api, queries }: AppContext, token: string): Promise<{ status: number } | null> =>
  prepareLinked(queries.ensureQueryData(linkedQuestionQuery(api, token)), code_ended);

export const isLinkEnded = (error: ApiError): boolean => isEnded(error, code_ended);
