import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedThing } from '#contract/saved.ts';
import { useApi, useQuietApi } from './api-context.ts';
import { useIsKnown } from './known.ts';

interface Page {
  saved: SavedThing[];
  next_cursor: string | null;
}
const list_key = ['saved'] as const;
const oneKey = (id: string) => ['is-saved', id] as const;

/** What somebody put aside, page after page. Who is nobody yet put nothing aside, and is not asked. */
export function useSavedThings() {
  const call = useApi();
  return useInfiniteQuery({
    queryKey: list_key,
    queryFn: ({ pageParam, signal }): Promise<Page> => call('GET /v1/saved', { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    enabled: useIsKnown(),
  });
}

/** Whether a product is put aside. */
export function useIsSaved(id: string) {
  const call = useQuietApi();
  return useQuery({
    queryKey: oneKey(id),
    queryFn: async ({ signal }) => (await call('GET /v1/saved', { query: { kind: 'product', id, limit: 1 }, signal })).saved.length > 0,
    enabled: useIsKnown(),
  });
}

type Thing = Pick<SavedThing, 'kind' | 'id'>;

/** Puts something aside, or takes it off the list: shown at once, taken back when it was not kept. */
export function useSave() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: 'saved' },
    mutationFn: async ({ is_saved, ...thing }: Thing & { is_saved: boolean }): Promise<void> => {
      if (is_saved) await call('POST /v1/saved', { body: thing });
      else await call('DELETE /v1/saved', { query: thing });
    },
    onMutate: async ({ kind, id, is_saved }) => {
      await Promise.all([list_key, oneKey(id)].map((queryKey) => queries.cancelQueries({ queryKey })));
      queries.setQueryData(oneKey(id), is_saved);
      if (!is_saved)
        queries.setQueryData<InfiniteData<Page>>(
          list_key,
          (now) => now && { ...now, pages: now.pages.map((page) => without(page, { kind, id })) },
        );
    },
    // Not waited for: what was said of it should not wait for lists.
    onSettled: (_done, _error, { id }) => {
      for (const queryKey of [list_key, oneKey(id)]) void queries.invalidateQueries({ queryKey });
    },
  });
}

const without = (page: Page, { kind, id }: Thing): Page => ({
  ...page,
  saved: page.saved.filter((one) => one.kind !== kind || one.id !== id),
});
