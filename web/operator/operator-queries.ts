import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#web/api/api-context.ts';

/** Soon enough to watch an import, seldom enough to leave open all day. */
const watch_ms = 5000;
const watched = { refetchInterval: watch_ms, placeholderData: keepPreviousData };

export function useHosts(limit: number) {
  const call = useApi();
  return useQuery({
    queryKey: ['operator', 'hosts', limit],
    queryFn: ({ signal }) => call('GET /v1/operator/hosts', { query: { limit }, signal }),
    ...watched,
  });
}

export type HostAct = 'try-now' | 'pause' | 'resume';

export function useChangeHost() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ host, act }: { host: string; act: HostAct }) => call(`POST /v1/operator/hosts/{host}/${act}`, { params: { host } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['operator', 'hosts'] }),
  });
}

export function useQueue() {
  const call = useApi();
  return useQuery({ queryKey: ['operator', 'queue'], queryFn: ({ signal }) => call('GET /v1/operator/queue', { signal }), ...watched });
}

export function useFailedJobs() {
  const call = useApi();
  return useQuery({ queryKey: ['operator', 'failed'], queryFn: ({ signal }) => call('GET /v1/jobs/failed', { signal }), ...watched });
}

export function useSettleFailedJob() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: { id: string; act: 'retry' | 'drop' }) =>
      act === 'retry'
        ? call('POST /v1/jobs/failed/{id}/retry', { params: { id } })
        : call('DELETE /v1/jobs/failed/{id}', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['operator'] }),
  });
}

export function useRuns(limit: number) {
  const call = useApi();
  return useQuery({
    queryKey: ['operator', 'runs', limit],
    queryFn: ({ signal }) => call('GET /v1/operator/runs', { query: { limit }, signal }),
    ...watched,
  });
}

export function useRun(id: string) {
  const call = useApi();
  return useQuery({
    queryKey: ['operator', 'run', id],
    queryFn: ({ signal }) => call('GET /v1/operator/runs/{id}', { params: { id }, signal }),
    ...watched,
  });
}

export function useRefusals(limit: number) {
  const call = useApi();
  return useQuery({
    queryKey: ['operator', 'refusals', limit],
    queryFn: ({ signal }) => call('GET /v1/operator/refusals', { query: { limit }, signal }),
    ...watched,
  });
}

export function useStartImport() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (links: string[]) => call('POST /v1/operator/imports', { body: { links } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['operator'] }),
  });
}

export function useCorrections(query: { status: 'proposed' | 'accepted' | 'rejected'; limit: number }) {
  const call = useApi();
  return useQuery({
    queryKey: ['operator', 'corrections', query],
    queryFn: ({ signal }) => call('GET /v1/operator/size-charts/corrections', { query, signal }),
    ...watched,
    // The corrections of one state must not stand for a moment under the name of another.
    placeholderData: undefined,
  });
}

export function useDecideCorrection() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; accept: boolean; updated_at: string }) =>
      call('POST /v1/operator/size-charts/corrections/{id}/decision', { params: { id }, body }),
    onSuccess: () => Promise.all(['operator', 'size-charts'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
