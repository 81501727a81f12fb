import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError, type CallInput } from '#contract/client.ts';
import type { PersonPhoto, TryOnSession } from '#contract/tryon.ts';
import { useApi } from './api-context.ts';
import { doOnce } from './do-once.ts';
import { useIsKnown } from './known.ts';
import { putAnswer } from './put-answer.ts';

const list_key = ['try-ons'] as const;
const oneKey = (id: string) => ['try-on', id] as const;
const photoKey = (id: string) => ['person-photo', id] as const;

/** Where nothing is told by itself, a look that is being made is asked for so often, in ms. */
const look_again_ms = 2000;
/** A list may be many pages, and each is asked for anew, in ms. */
const list_again_ms = 10_000;
/** Addresses of pictures end after an hour or two, in ms. */
const pictures_fresh_ms = 30 * 60_000;

export const isBeingMade = ({ status }: Pick<TryOnSession, 'status'>): boolean => status === 'created' || status === 'processing';

/** A photo of oneself that was taken in before. */
export function usePersonPhoto(id: string | null | undefined) {
  const call = useApi();
  return useQuery({
    queryKey: photoKey(id ?? ''),
    queryFn: ({ signal }) => call('GET /v1/tryon/photos/{id}', { params: { id: id! }, signal }),
    enabled: typeof id === 'string',
    staleTime: pictures_fresh_ms,
  });
}

/** The photo in which somebody last tried something on; whether it is still there, asking for it tells. */
export function useLastPhotoId(is_asked: boolean): string | null {
  const call = useApi();
  const { data } = useQuery({
    queryKey: [...list_key, 'last'],
    queryFn: async ({ signal }) => (await call('GET /v1/tryon/sessions', { query: { limit: 1 }, signal })).sessions[0]?.photo_id ?? null,
    enabled: useIsKnown() && is_asked,
  });
  return (is_asked && data) || null;
}

/** Remembers a photo that was just looked at. */
export const keepPhoto = (queries: QueryClient, photo: PersonPhoto): Promise<void> => putAnswer(queries, photoKey(photo.id), photo);

/** Deletes a photo now, and stops what is being made of it. */
export function useRemovePhoto() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /v1/tryon/photos/{id}', { params: { id } }),
    onSuccess: (_done, id) => {
      queries.removeQueries({ queryKey: photoKey(id) });
      void queries.invalidateQueries({ queryKey: list_key });
    },
  });
}

/** A try-on as it goes on: told by the server as it happens, asked for where the line is cut. */
export function useTryOn(id: string) {
  const call = useApi();
  const [is_followed, setFollowed] = useState(false);
  const found = useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => call('GET /v1/tryon/sessions/{id}', { params: { id }, signal }),
    staleTime: pictures_fresh_ms,
    refetchInterval: ({ state: { data, error } }) => {
      if (!data || error) return false;
      // Nobody is told when those in front are done; and addresses of pictures must not end on an open page.
      if (isBeingMade(data)) return is_followed && data.status !== 'created' ? false : look_again_ms;
      return data.status === 'completed' ? pictures_fresh_ms : false;
    },
  });
  useFollow(id, { is_on: found.data !== undefined && isBeingMade(found.data), setFollowed });
  return found;
}

function useFollow(id: string, { is_on, setFollowed }: { is_on: boolean; setFollowed: (is_followed: boolean) => void }): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!is_on) return undefined;
    const events = new EventSource(`/v1/tryon/sessions/${encodeURIComponent(id)}/events`);
    events.addEventListener('session', ({ data }: MessageEvent<string>) => {
      const session = JSON.parse(data) as TryOnSession;
      setFollowed(true);
      void putAnswer(queries, oneKey(id), session);
      if (!isBeingMade(session)) void queries.invalidateQueries({ queryKey: list_key });
    });
    events.addEventListener('error', () => setFollowed(false));
    return () => {
      events.close();
      setFollowed(false);
    };
  }, [id, is_on, queries, setFollowed]);
}

/** The try-ons of who is asking, newest first. Who is nobody yet has none, and is not asked. */
export function useLooks(shows: 'saved' | 'passing') {
  const call = useApi();
  const saved = shows === 'saved' ? 'true' : 'false';
  return useInfiniteQuery({
    queryKey: [...list_key, shows],
    queryFn: ({ pageParam, signal }) =>
      call('GET /v1/tryon/sessions', { query: { saved, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    enabled: useIsKnown(),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ sessions }) => sessions.some(isBeingMade)) ? list_again_ms : false),
  });
}

/** Begins a try-on; one whose answer was lost is found again, not begun twice. */
export function useCreateTryOn() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<CallInput<'POST /v1/tryon/sessions'>['body'], 'photo_id' | 'mannequin' | 'items' | 'likeness'>) =>
      doOnce('try-on', body, (idempotency_key) => call('POST /v1/tryon/sessions', { body, idempotency_key })),
    onSuccess: (session) => keep(queries, session),
  });
}

/** Stops one that is being made; of one that is over the pictures go. */
export function useRemoveTryOn(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('DELETE /v1/tryon/sessions/{id}', { params: { id } }),
    onSuccess: (session) => keep(queries, session),
    // It was made, or deleted, in the same moment: what it is now is shown.
    onError: (error) => {
      if (error instanceof ApiError) void queries.invalidateQueries({ queryKey: oneKey(id) });
    },
  });
}

/** Keeps a look, or keeps it no longer: shown at once, taken back when the server did not. */
export function useKeepLook(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `look ${id}` },
    mutationFn: (is_kept: boolean) =>
      call(is_kept ? 'PUT /v1/tryon/sessions/{id}/look' : 'DELETE /v1/tryon/sessions/{id}/look', { params: { id } }),
    onMutate: async (is_kept) => {
      await queries.cancelQueries({ queryKey: oneKey(id) });
      const before = queries.getQueryData<TryOnSession>(oneKey(id));
      const saved_at = is_kept ? new Date().toISOString() : null;
      queries.setQueryData<TryOnSession>(oneKey(id), (now) => now && { ...now, saved_at });
      return before;
    },
    onSuccess: (session) => keep(queries, session),
    onError: (_error, _kept, before) => queries.setQueryData(oneKey(id), before),
  });
}

/** Keeps how the cloth of a look was moved, and has it drawn so. */
export function useNudgeLook(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (nudges: CallInput<'PUT /v1/tryon/sessions/{id}/nudges'>['body']['nudges']) =>
      call('PUT /v1/tryon/sessions/{id}/nudges', { params: { id }, body: { nudges } }),
    onSuccess: (session) => keep(queries, session),
  });
}

/** Asks anew for a try-on that was changed. */
export const refreshTryOn = (queries: QueryClient, id: string): Promise<void> => queries.invalidateQueries({ queryKey: oneKey(id) });

/** Says how true a look is, 1 to 5, with words or without. */
export function useRateLook(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { accuracy: number; notes: string | null }) => call('POST /v1/feedback/tryon/{id}', { params: { id }, body }),
    onSuccess: (_done, feedback) => queries.setQueryData<TryOnSession>(oneKey(id), (now) => now && { ...now, feedback }),
  });
}

function keep(queries: QueryClient, session: TryOnSession): void {
  void putAnswer(queries, oneKey(session.session_id), session);
  void queries.invalidateQueries({ queryKey: list_key });
}
