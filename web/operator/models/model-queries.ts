import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LearnedModel } from '#contract/models.ts';
import { useApi } from '#web/api/api-context.ts';

/** The one model that is learned today. */
const name = 'size';
const key = ['operator', 'models'];
/** A training takes a minute or two; its version then comes by itself. */
const watch_ms = 15_000;

/** The size model with its versions; null while nothing was ever learned. */
export function useSizeModel() {
  const call = useApi();
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('GET /v1/operator/models', { signal }),
    select: ({ models }): LearnedModel | null => models.find((one) => one.name === name) ?? null,
    refetchInterval: watch_ms,
    placeholderData: keepPreviousData,
  });
}

/** Puts a version to use. */
export function usePromote() {
  const call = useApi();
  const settle = useSettle();
  return useMutation({
    mutationFn: (version: number) => call('POST /v1/operator/models/{name}/versions/{version}/promote', { params: { name, version } }),
    onSuccess: settle,
  });
}

/** Goes back to what was in use before. */
export function useRollBack() {
  const call = useApi();
  const settle = useSettle();
  return useMutation({ mutationFn: () => call('POST /v1/operator/models/{name}/roll-back', { params: { name } }), onSuccess: settle });
}

/** Hands a training in; its version comes when it is done. */
export function useTrain() {
  const call = useApi();
  const settle = useSettle();
  return useMutation({ mutationFn: () => call('POST /v1/operator/models/size/train', {}), onSuccess: settle });
}

/** Whatever was done, every advice may now be another, and a job may wait. */
function useSettle() {
  const queries = useQueryClient();
  return () => Promise.all([['operator'], ['advice']].map((queryKey) => queries.invalidateQueries({ queryKey })));
}
