import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '#contract/client.ts';
import type { Fitting } from '#contract/fit.ts';
import { readChosenProfile } from '#web/people/chosen-profile.ts';
import { useApi, useQuietApi } from './api-context.ts';
import { forChosenProfile, startFitting } from './fitting-queries.ts';
import { rememberKnown } from './known.ts';

/** An answer may be this old on a page that is opened again; what is told here puts it out of date at once. In ms. */
const fresh_ms = 30_000;

/** Whoever was somebody here is so no longer (their stay ended, or they were deleted elsewhere): nothing goes on asking for them. */
function forgetKnown(error: unknown): never {
  if (error instanceof ApiError && error.body.code === 'people.not_signed_in') rememberKnown(false);
  throw error;
}

/** Which size of a product the chosen person should take. Only asks: looking at a product begins no fitting. */
export function useSizeAnswer(product_id: string, { is_wanted, is_asked }: { is_wanted: boolean; is_asked: boolean }) {
  const [loud, quiet] = [useApi(), useQuietApi()];
  // Nobody becomes somebody by looking; only who pressed the button.
  const call = is_asked ? loud : quiet;
  return useQuery({
    queryKey: ['advice', 'answer', product_id, readChosenProfile()?.id ?? null],
    queryFn: ({ signal }) =>
      forChosenProfile((profile) => call('GET /v1/size-advice', { query: { product_id, ...profile }, signal })).catch(forgetKnown),
    enabled: is_wanted,
    staleTime: fresh_ms,
  });
}

/** Begins the fitting of a product whose answer was seen, once for each visit and person: coming back to the product is no new one. */
export function useBeginSeen(product_id: string, onBegun: (fitting: Fitting) => void) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      queries.fetchQuery({
        queryKey: ['product-fitting', product_id, readChosenProfile()?.id ?? null],
        queryFn: async () => {
          const fitting = await startFitting(call, { product_id });
          queries.setQueryData(['fitting', fitting.session_id], fitting);
          return fitting;
        },
        staleTime: Infinity,
        gcTime: Infinity,
      }),
    onSuccess: onBegun,
  });
}
