import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '#contract/client.ts';
import { useApi } from './api-context.ts';

export type ChartQuery = CallInput<'GET /v1/size-charts'>['query'];
export type CorrectionBody = CallInput<'POST /v1/size-charts/corrections'>['body'];

/** The charts that may speak for a brand; of a product, once it is known. Nothing is asked while `wanted` is null. */
export function useSizeCharts(wanted: ChartQuery | null) {
  const call = useApi();
  return useQuery({
    queryKey: ['size-charts', wanted],
    queryFn: ({ signal }) => call('GET /v1/size-charts', { query: wanted!, signal }),
    enabled: wanted !== null,
  });
}

/** The fitting that a chart was opened from, and its advice as it stands: what a correction changes is told against it. */
export function useFittingBehind(session_id: string | undefined) {
  const call = useApi();
  const enabled = session_id !== undefined;
  const fitting = useQuery({
    queryKey: ['fitting', session_id],
    queryFn: ({ signal }) => call('GET /v1/fittings/{id}', { params: { id: session_id! }, signal }),
    enabled,
  });
  const advice = useQuery({
    queryKey: ['advice', session_id],
    queryFn: ({ signal }) => call('POST /v1/tryon/recommend', { body: { session_id: session_id! }, signal }),
    enabled,
    staleTime: Infinity,
  });
  return { fitting, advice };
}

export function useReadPastedChart() {
  const call = useApi();
  return useMutation({ mutationFn: (text: string) => call('POST /v1/size-charts/read', { body: { text } }) });
}

/** Everything that rests on charts is asked anew; waits for what is on the screen, so that the next page knows at once. */
function useForgetCharts() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['size-charts', 'corrections', 'fitting', 'advice', 'brands', 'operator'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
}

export function useCorrectChart() {
  const call = useApi();
  return useMutation({
    mutationFn: (body: CorrectionBody) => call('POST /v1/size-charts/corrections', { body }),
    onSuccess: useForgetCharts(),
  });
}

export function useMyCorrections() {
  const call = useApi();
  return useQuery({ queryKey: ['corrections'], queryFn: ({ signal }) => call('GET /v1/size-charts/corrections', { signal }) });
}

export function useTakeBack() {
  const call = useApi();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /v1/size-charts/corrections/{id}', { params: { id } }),
    onSuccess: useForgetCharts(),
  });
}
