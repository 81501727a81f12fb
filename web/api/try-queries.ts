import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from './api-context.ts';
import { forgetZones } from './zone-queries.ts';

const keyOf = (profile_id: string) => ['tries', profile_id];

/** What was said of sizes that somebody tried. Asked again whenever it is shown: it is said on other pages, and by shops. */
export function useTries(profile_id: string) {
  const call = useApi();
  return useQuery({
    queryKey: keyOf(profile_id),
    queryFn: ({ signal }) => call('GET /v1/profiles/{id}/tries', { params: { id: profile_id }, signal }),
    refetchOnMount: 'always',
  });
}

/** Takes back what was said of a size; its fitting no longer shows it either. */
export function useTakeBackTry(profile_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (try_id: string) => call('DELETE /v1/profiles/{id}/tries/{try_id}', { params: { id: profile_id, try_id } }),
    onSuccess: () => {
      void forgetZones(queries, profile_id);
      void queries.invalidateQueries({ queryKey: ['fitting'] });
      return queries.invalidateQueries({ queryKey: keyOf(profile_id) });
    },
  });
}
