import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OwnedGarment } from '#contract/owned-garments.ts';
import { useApi, useQuietApi } from './api-context.ts';
import { useIsKnown } from './known.ts';
import { forgetLists, keepItem } from './wardrobe-queries.ts';
import { forgetZones } from './zone-queries.ts';

const keyOf = (product_id: string) => ['owned-of', product_id];

/** What somebody owns of a product, in any colour, put away or not. Who is nobody yet owns nothing, and is not asked. */
export function useOwnedOf(product_id: string) {
  const call = useQuietApi();
  return useQuery({
    queryKey: keyOf(product_id),
    queryFn: ({ signal }) => call('GET /v1/wardrobe', { query: { product_id, shelf: 'worn' }, signal }),
    enabled: useIsKnown(),
  });
}

/** Hangs a product in one's wardrobe. */
export function useOwnProduct(product_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (product_color: string | null) =>
      call('POST /v1/items', { body: { product_id, ...(product_color === null ? {} : { product_color }) } }),
    onSuccess: ({ item }) => {
      keepItem(queries, item);
      return queries.invalidateQueries({ queryKey: keyOf(product_id) });
    },
  });
}

/** Takes it out again, as if it had never hung there. */
export function useDisownProduct(product_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /v1/items/{id}', { params: { id } }),
    onSuccess: () => {
      forgetLists(queries);
      return queries.invalidateQueries({ queryKey: keyOf(product_id) });
    },
  });
}

interface Told extends Pick<OwnedGarment, 'brand' | 'category' | 'size' | 'sizing' | 'overall' | 'description'> {
  item_id: string;
}

/** Tells the size of what is owned, and how it fits: the next advice counts it as a garment that one owns. */
export function useTellOwnedSize(product_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ item_id, ...garment }: Told) => {
      const { profiles } = await call('GET /v1/profiles', {});
      const profile = profiles.find(({ is_self }) => is_self) ?? profiles[0]!;
      // Evidence first: an item whose size is kept is not asked about again.
      await call('POST /v1/profiles/{id}/owned-garments', { params: { id: profile.id }, body: garment });
      const item = await call('PATCH /v1/items/{id}', { params: { id: item_id }, body: { sizes: [garment.size] } });
      return { item, profile_id: profile.id };
    },
    onSuccess: ({ item, profile_id }) => {
      keepItem(queries, item);
      void queries.invalidateQueries({ queryKey: ['owned', profile_id] });
      void forgetZones(queries, profile_id);
      return queries.invalidateQueries({ queryKey: keyOf(product_id) });
    },
  });
}
