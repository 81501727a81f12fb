import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallInput, Client } from '#contract/client.ts';
import { useApi } from '#web/api/api-context.ts';
import { refreshTryOn } from '#web/api/mirror-queries.ts';

/** Makes a link to a look; the answer alone holds it. */
export function useShareLook(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CallInput<'POST /v1/tryon/sessions/{id}/share'>['body']) =>
      call('POST /v1/tryon/sessions/{id}/share', { params: { id }, body }),
    onSuccess: () => refreshTryOn(queries, id),
  });
}

/** Takes it back. */
export function useUnshareLook(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('DELETE /v1/tryon/sessions/{id}/share', { params: { id } }),
    onSuccess: () => refreshTryOn(queries, id),
  });
}

export const sharedLookQuery = (call: Client, token: string) =>
  queryOptions({
    queryKey: ['shared-look', token],
    queryFn: ({ signal }) => call('GET /v1/shared-looks/{token}', { params: { token }, signal }),
  });

/** What a link shows, as whoever holds it. */
export const useSharedLook = (token: string) => useQuery(sharedLookQuery(useApi(), token));
