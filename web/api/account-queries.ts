import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '#contract/client.ts';
import { chooseProfile } from '#web/people/chosen-profile.ts';
import { useApi } from './api-context.ts';
import { rememberKnown } from './known.ts';

export function useMe() {
  const call = useApi();
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => call('GET /v1/me', { signal }) });
}

/** Forgets what the last person saw: the next one must not see it for a moment. */
export function useBecomeSomebodyElse() {
  const queries = useQueryClient();
  return () => {
    chooseProfile(null);
    queries.clear();
  };
}

export function useSignUp() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CallInput<'POST /v1/auth/signup'>['body']) => call('POST /v1/auth/signup', { body }),
    // The person stays the same, with everything; only the account is new.
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useLogIn() {
  const call = useApi();
  return useMutation({
    mutationFn: (body: CallInput<'POST /v1/auth/login'>['body']) => call('POST /v1/auth/login', { body }),
    onSuccess: useBecomeSomebodyElse(),
  });
}

export function useLogOut() {
  const call = useApi();
  const becomeSomebodyElse = useBecomeSomebodyElse();
  return useMutation({
    mutationFn: () => call('POST /v1/auth/logout', {}),
    onSuccess: () => {
      rememberKnown(false);
      becomeSomebodyElse();
    },
  });
}

/** Whoever calls it leaves the page first and then forgets: a page that still shows somebody would ask for a new one. */
export function useEraseMe() {
  const call = useApi();
  return useMutation({ mutationFn: () => call('DELETE /v1/me', {}), onSuccess: () => rememberKnown(false) });
}

export function useExportMe() {
  const call = useApi();
  return useMutation({ mutationFn: () => call('GET /v1/me/export', {}) });
}

export function useSessions() {
  const call = useApi();
  return useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => call('GET /v1/auth/sessions', { signal }) });
}

export function useEndSession() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /v1/auth/sessions/{id}', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}
