import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { CallOutput } from '#contract/client.ts';
import type { FitZone } from '#contract/fit-zones.ts';
import { useApi } from './api-context.ts';

type Listed = CallOutput<'GET /v1/profiles/{id}/fit-zones'>;
type Place = Pick<FitZone, 'kind' | 'name'>;
export type ZoneChange = Place & Pick<FitZone, 'low_cm' | 'high_cm'>;

const keyOf = (profile_id: string) => ['zones', profile_id];

/** The zones of a profile. Asked again when this tab comes to the front: another one may have set some. */
export function useZones(profile_id: string) {
  const call = useApi();
  return useQuery({
    queryKey: keyOf(profile_id),
    queryFn: ({ signal }) => call('GET /v1/profiles/{id}/fit-zones', { params: { id: profile_id }, signal }),
    refetchOnWindowFocus: 'always',
    refetchOnMount: 'always',
  });
}

/** Whatever is told of somebody moves their zones, and every advice that is looked at next. */
export async function forgetZones(queries: QueryClient, profile_id: string): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['advice'], refetchType: 'none' });
  void queries.invalidateQueries({ queryKey: ['contradictions', profile_id] });
  await queries.invalidateQueries({ queryKey: keyOf(profile_id) });
}

/** Changes run one after the other, so that the last word is the last; offline they fail at once instead of waiting unseen. */
const inOrder = (profile_id: string) => ({ scope: { id: `zones ${profile_id}` }, networkMode: 'always' as const });

export function useSetZone(profile_id: string) {
  const call = useApi();
  const settle = useSettle(profile_id);
  return useMutation({
    ...inOrder(profile_id),
    mutationFn: ({ kind, name, ...body }: ZoneChange) =>
      call('PUT /v1/profiles/{id}/fit-zones/{kind}/{name}', { params: { id: profile_id, kind, name }, body }),
    onSuccess: settle,
  });
}

export function useForgetZone(profile_id: string) {
  const call = useApi();
  const settle = useSettle(profile_id);
  return useMutation({
    ...inOrder(profile_id),
    mutationFn: (place: Place) => call('DELETE /v1/profiles/{id}/fit-zones/{kind}/{name}', { params: { id: profile_id, ...place } }),
    onSuccess: settle,
  });
}

/** Shows the answer at once, and asks for the others: one word moves its neighbours a little too. */
function useSettle(profile_id: string) {
  const queries = useQueryClient();
  return async (zone: FitZone) => {
    await queries.cancelQueries({ queryKey: keyOf(profile_id) });
    queries.setQueryData<Listed>(keyOf(profile_id), (now) => now && { ...now, fit_zones: withZone(now.fit_zones, zone) });
    void forgetZones(queries, profile_id);
  };
}

const withZone = (zones: FitZone[], zone: FitZone): FitZone[] =>
  zones.map((one) => (one.kind === zone.kind && one.name === zone.name ? zone : one));
