import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Puts what a change was answered in place of what was known. What was asked before it is let go: it may not come after it. */
export async function putAnswer(queries: QueryClient, queryKey: QueryKey, answer: unknown): Promise<void> {
  await queries.cancelQueries({ queryKey, exact: true });
  queries.setQueryData(queryKey, answer);
}
