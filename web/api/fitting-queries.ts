import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, type CallInput, type Client } from '#contract/client.ts';
import type { Fitting } from '#contract/fit.ts';
import { chooseProfile, readChosenProfile } from '#web/people/chosen-profile.ts';
import { useApi, useQuietApi } from './api-context.ts';
import { rememberKnown } from './known.ts';

type Start = Omit<CallInput<'POST /v1/tryon/start'>['body'], 'profile_id' | 'user_id'>;

/** Starts a fitting for the chosen person. A choice that is no longer ours (another account) is forgotten, not an error. */
async function startFitting(call: Client, body: Start): Promise<Fitting> {
  const chosen = readChosenProfile();
  try {
    return await call('POST /v1/tryon/start', { body: { ...body, ...(chosen ? { profile_id: chosen.id } : {}) } });
  } catch (error) {
    if (!chosen || !(error instanceof ApiError) || error.body.code !== 'request.not_found') throw error;
    chooseProfile(null);
    return call('POST /v1/tryon/start', { body });
  }
}

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

/** Whoever was somebody here is so no longer (their stay ended, or they were deleted elsewhere): nothing goes on asking for them. */
function forgetKnown(error: unknown): never {
  if (error instanceof ApiError && error.body.code === 'people.not_signed_in') rememberKnown(false);
  throw error;
}

/** The fitting of a boutique's product, begun once for each visit and person. */
export function useProductFitting(product_id: string, { is_wanted, is_asked }: { is_wanted: boolean; is_asked: boolean }) {
  const [loud, quiet] = [useApi(), useQuietApi()];
  // Nobody becomes somebody by looking; only who pressed the button.
  const call = is_asked ? loud : quiet;
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['product-fitting', product_id, readChosenProfile()?.id ?? null],
    queryFn: async () => {
      const fitting = await startFitting(call, { product_id }).catch(forgetKnown);
      queries.setQueryData(['fitting', fitting.session_id], fitting);
      return fitting;
    },
    enabled: is_wanted,
    // What was begun goes on: coming back to the product is no new fitting.
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

/** How long an advice may stand before its page asks again, in ms: what the server just wrote need not be asked for twice. */
const advice_fresh_ms = 5000;

/** The advice of a fitting, if that has begun; asked anew whenever its page opens, so that what was told elsewhere counts at once. */
export function useAdvice(session_id: string | undefined) {
  const call = useApi();
  return useQuery({ ...adviceQuery(call, session_id ?? ''), enabled: session_id !== undefined, staleTime: advice_fresh_ms });
}

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
