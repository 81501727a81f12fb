import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '#contract/client.ts';
import type { ErrorBody } from '#contract/error.ts';
import type { ToldTry } from '#contract/tries.ts';
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

/** What of it was seen already, without asking. */
export function useSeenTries(profile_id: string): ToldTry[] {
  const seen = useQueryClient().getQueryData<{ tries: ToldTry[] }>(keyOf(profile_id));
  return seen?.tries ?? [];
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

export interface Bought {
  product_id: string;
  size: string;
  what: 'kept' | 'too_small' | 'too_large';
}

/** Tells what became of a purchase. Each telling is one of its own: what was taken back stays forgotten, and may be told anew. */
export function useTellBought(profile_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ product_id, size, what }: Bought) => {
      const external_id = `shopper:${product_id}:${Date.now()}`;
      const became = what === 'kept' ? { outcome: what } : { outcome: 'returned' as const, reason: what };
      const { outcomes } = await call('POST /v1/outcomes', {
        body: { outcomes: [{ external_id, product_id, profile_id, size, ...became }] },
      });
      const refused = outcomes.find(({ error }) => error)?.error;
      const refusal = { ...refused, request_id: external_id, timestamp: '' } as ErrorBody['error'];
      if (refused) throw new ApiError(400, refusal);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keyOf(profile_id) });
      void forgetZones(queries, profile_id);
      return queries.invalidateQueries({ queryKey: ['advice'] });
    },
  });
}
