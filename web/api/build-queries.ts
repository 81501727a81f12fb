import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyBuild } from '#contract/body-build.ts';
import { useApi } from './api-context.ts';
import { forgetZones } from './zone-queries.ts';

const keyOf = (profile_id: string) => ['build', profile_id];

export function useBuild(profile_id: string) {
  const call = useApi();
  return useQuery({
    queryKey: keyOf(profile_id),
    queryFn: ({ signal }) => call('GET /v1/profiles/{id}/build', { params: { id: profile_id }, signal }),
  });
}

/** Shows what was chosen at once; changes run one after the other, and a refusal falls back to what is kept. */
export function useSetBuild(profile_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  const queryKey = keyOf(profile_id);
  return useMutation({
    mutationKey: queryKey,
    scope: { id: `build ${profile_id}` },
    networkMode: 'always',
    mutationFn: (body: BodyBuild) => call('PUT /v1/profiles/{id}/build', { params: { id: profile_id }, body }),
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<BodyBuild>(queryKey, (now) => ({ ...now, ...change }));
    },
    onSuccess: () => forgetZones(queries, profile_id),
    // What was chosen since and is still on its way must not flicker back.
    onSettled: () => (queries.isMutating({ mutationKey: queryKey }) > 1 ? undefined : queries.invalidateQueries({ queryKey })),
  });
}
