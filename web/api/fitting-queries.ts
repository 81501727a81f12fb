import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, type CallInput, type Client } from '#contract/client.ts';
import type { Fitting } from '#contract/fit.ts';
import { chooseProfile, readChosenProfile } from '#web/people/chosen-profile.ts';
import { useApi } from './api-context.ts';

type Start = Omit<CallInput<'POST /v1/tryon/start'>['body'], 'profile_id' | 'user_id'>;

/** Asks for the chosen person. A choice that is no longer ours (another account) is forgotten, not an error. */
export async function forChosenProfile<T>(ask: (profile: { profile_id?: string }) => Promise<T>): Promise<T> {
  const chosen = readChosenProfile();
  try {
    return await ask(chosen ? { profile_id: chosen.id } : {});
  } catch (error) {
    if (!chosen || !(error instanceof ApiError) || error.body.code !== 'request.not_found') throw error;
    chooseProfile(null);
    return ask({});
  }
}

/** Starts a fitting for the chosen person. */
export const startFitting = (call: Client, body: Start): Promise<Fitting> =>
  forChosenProfile((profile) => call('POST /v1/tryon/start', { body: { ...body, ...profile } }));

export function useStartFitting() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Start) => startFitting(call, body),
    onSuccess: (fitting) => queries.setQueryData(['fitting', fitting.session_id], fitting),
  });
}

export const fittingQuery = (call: Client, session_id: string) =>
  queryOptions({
    queryKey: ['fitting', session_id],
    queryFn: ({ signal }) => call('GET /v1/fittings/{id}', { params: { id: session_id }, signal }),
  });

export const adviceQuery = (call: Client, session_id: string) =>
  queryOptions({
    queryKey: ['advice', session_id],
    queryFn: ({ signal }) => call('POST /v1/tryon/recommend', { body: { session_id }, signal }),
  });

export const useFitting = (session_id: string) => useQuery(fittingQuery(useApi(), session_id));

/** How long an advice may stand before its page asks again, in ms: what the server just wrote need not be asked for twice. */
const advice_fresh_ms = 5000;

/** The advice of a fitting, asked anew whenever its page opens, so that what was told elsewhere counts at once. */
export const useAdvice = (session_id: string) => useQuery({ ...adviceQuery(useApi(), session_id), staleTime: advice_fresh_ms });

/** Saves how a size fitted, then asks for the advice again, so that the page behind already knows. */
export function useSubmitOutcome(session_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<CallInput<'POST /v1/tryon/submit'>['body'], 'session_id'>) =>
      call('POST /v1/tryon/submit', { body: { session_id, ...body } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['fitting', session_id] });
      await queries.invalidateQueries({ queryKey: ['advice'], refetchType: 'none' });
    },
  });
}

export function useBrands() {
  const call = useApi();
  return useQuery({ queryKey: ['brands'], queryFn: ({ signal }) => call('GET /v1/brands', { signal }), staleTime: Infinity });
}
