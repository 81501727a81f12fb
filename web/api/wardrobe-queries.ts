import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { CallInput, Client } from '#contract/client.ts';
import type { Item } from '#contract/wardrobe.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { codesSought } from '#web/wardrobe/codes-sought.ts';
import { daysAhead, type Log, logAhead, type WornDays } from '#web/wardrobe/log-ahead.ts';
import { type WardrobeSearch, toWardrobeQuery } from '#web/wardrobe/wardrobe-search.ts';
import { useApi } from './api-context.ts';
import { useIsKnown } from './known.ts';
import { putAnswer } from './put-answer.ts';

const list_key = ['wardrobe'] as const;
const figures_key = ['wardrobe-figures'] as const;
const calendar_key = ['worn-days'] as const;
const itemKey = (id: string) => ['item', id] as const;

/** While a picture is being made its item is asked for so often, in ms. */
const look_again_ms = 1500;
/** Whether a photo, or its cut-out, is still being made. */
export const isBeingMade = ({ photo }: Item): boolean => photo.state === 'processing' || photo.clean_state === 'processing';
/** A look at the photo follows a moment after it is there; one that has not come after so many answers failed, and is not waited for. */
const looks_max = 40;
const isBeingLookedAt = ({ photo, guesses }: Item, answers: number): boolean =>
  photo.state === 'ready' && guesses === null && answers < looks_max;

/** What somebody owns, narrowed by what the address says, page after page. Who is nobody yet owns nothing, and is not asked. */
export function useWardrobe(search: WardrobeSearch) {
  const call = useApi();
  const q_codes = codesSought(useTranslate(), search.q ?? '');
  const query = { ...toWardrobeQuery(search), ...(q_codes ? { q_codes } : {}) };
  return useInfiniteQuery({
    queryKey: [...list_key, search, q_codes],
    queryFn: ({ pageParam, signal }) =>
      call('GET /v1/wardrobe', { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
    enabled: useIsKnown(),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isBeingMade)) ? look_again_ms : false),
  });
}

/** How many there are of everything: kinds, colours, what is never worn. */
export function useWardrobeFigures() {
  const call = useApi();
  return useQuery({
    queryKey: figures_key,
    queryFn: ({ signal }) => call('GET /v1/wardrobe/figures', { signal }),
    enabled: useIsKnown(),
  });
}

export const itemQuery = (call: Client, id: string) =>
  queryOptions({ queryKey: itemKey(id), queryFn: ({ signal }) => call('GET /v1/items/{id}', { params: { id }, signal }) });

export function useItem(id: string) {
  const call = useApi();
  return useQuery({
    ...itemQuery(call, id),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data && (isBeingMade(data) || isBeingLookedAt(data, dataUpdateCount)) ? look_again_ms : false,
  });
}

/** Of what it was looked at: a newer look is another question. */
export function useSimilarItems({ id, guesses }: Item) {
  const call = useApi();
  return useQuery({
    queryKey: [...itemKey(id), 'similar', guesses],
    queryFn: ({ signal }) => call('GET /v1/items/{id}/similar', { params: { id }, signal }),
  });
}

/** What boutiques sell that is like it, once it was looked at. */
export function useProductsLike({ id, guesses }: Item) {
  const call = useApi();
  return useQuery({
    queryKey: [...itemKey(id), 'products', guesses],
    queryFn: ({ signal }) => call('GET /v1/items/{id}/similar-products', { params: { id }, signal }),
    enabled: guesses !== null,
  });
}

/** What was worn and washed between two days, both among them. */
export function useWearCalendar(from: string, to: string) {
  const call = useApi();
  return useQuery({
    queryKey: [...calendar_key, from, to],
    queryFn: ({ signal }) => call('GET /v1/wardrobe/calendar', { query: { from, to }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Shows a changed item everywhere it stands, and has the lists asked again. */
export function keepItem(queries: QueryClient, item: Item): void {
  void putAnswer(queries, itemKey(item.id), item);
  forgetLists(queries);
}

/** Has everything asked again in which an item may stand. */
export function forgetLists(queries: QueryClient): void {
  for (const queryKey of [list_key, figures_key, calendar_key]) void queries.invalidateQueries({ queryKey });
}

export type ItemChange = CallInput<'PATCH /v1/items/{id}'>['body'];

/** Changes what is known of an item: shown at once, taken back when it was not kept. */
export function useChangeItem(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `item ${id}` },
    mutationFn: (body: ItemChange) => call('PATCH /v1/items/{id}', { params: { id }, body }),
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey: itemKey(id) });
      const before = queries.getQueryData<Item>(itemKey(id));
      // What is taken back shows what we see again, which only the server knows.
      const shown = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined && value !== null));
      queries.setQueryData<Item>(itemKey(id), (now) => now && { ...now, ...shown });
      return before;
    },
    onSuccess: (item) => keepItem(queries, item),
    onError: (_error, _change, before) => queries.setQueryData(itemKey(id), before),
  });
}

/** Notes that an item was worn or washed on a day, or takes a note back: shown at once, taken back when it was not kept. Gives the id of what was noted. */
export function useLogItem(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `item ${id}` },
    mutationFn: async (log: Log): Promise<{ item: Item; log_id: string | null }> => {
      if (log.log_id !== undefined) {
        const item = await call(`DELETE /v1/items/{id}/${log.did}/{log_id}`, { params: { id, log_id: log.log_id } });
        return { item, log_id: null };
      }
      if (log.did === 'worn') {
        const { wear, item } = await call('POST /v1/items/{id}/worn', { params: { id }, body: { worn_on: log.on } });
        return { item, log_id: wear.id };
      }
      const { wash, item } = await call('POST /v1/items/{id}/washed', { params: { id }, body: { washed_on: log.on } });
      return { item, log_id: wash.id };
    },
    onMutate: async (log) => {
      await Promise.all([itemKey(id), calendar_key].map((queryKey) => queries.cancelQueries({ queryKey })));
      const before = queries.getQueryData<Item>(itemKey(id));
      const days_before = queries.getQueriesData<WornDays>({ queryKey: calendar_key });
      queries.setQueryData<Item>(itemKey(id), (now) => now && logAhead(now, log));
      queries.setQueriesData<WornDays>({ queryKey: calendar_key }, (now) => now && daysAhead(now, id, log));
      return { before, days_before };
    },
    onSuccess: ({ item }) => keepItem(queries, item),
    onError: (_error, _log, kept) => {
      queries.setQueryData(itemKey(id), kept?.before);
      for (const [key, days] of kept?.days_before ?? []) queries.setQueryData(key, days);
    },
  });
}

export function useDeleteItem(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('DELETE /v1/items/{id}', { params: { id } }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: itemKey(id) });
      void queries.invalidateQueries({ queryKey: figures_key });
      return queries.invalidateQueries({ queryKey: list_key });
    },
  });
}

export type CutOutWish = CallInput<'POST /v1/items/{id}/background-clean'>['body'];

/** Has the photo shown as it was taken again. */
export function useKeepOriginal(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('DELETE /v1/items/{id}/background-clean', { params: { id } }),
    onSuccess: (item) => keepItem(queries, item),
  });
}

/** Has the background taken away, again or for the first time. */
export function useCleanBackground(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CutOutWish) => call('POST /v1/items/{id}/background-clean', { params: { id }, body }),
    onSuccess: (item) => keepItem(queries, item),
  });
}
