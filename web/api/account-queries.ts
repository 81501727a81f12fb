import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '#contract/client.ts';
import type { Person } from '#contract/people.ts';
import { chooseProfile } from '#web/people/chosen-profile.ts';
import { forgetSeen, forgetUnsentPhotos } from '#web/offline/forget-seen.ts';
import { chooseTheme } from '#web/people/theme.ts';
import { forgetUnits, useUnits } from '#web/people/units-context.ts';
import { useApi } from './api-context.ts';
import { rememberKnown } from './known.ts';
import { putAnswer } from './put-answer.ts';

/** Who this is. `is_asked` false: nobody is asked for, so that a stranger does not become somebody by looking. */
export function useMe(is_asked = true) {
  const call = useApi();
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => call('GET /v1/me', { signal }), enabled: is_asked });
}

type MeChange = CallInput<'PATCH /v1/me'>['body'];

/** Changes name or preferences: shown at once, taken back when the server does not keep it. Offline it fails at once. */
export function useChangeMe() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: 'me' },
    networkMode: 'always',
    mutationFn: (body: MeChange) => call('PATCH /v1/me', { body }),
    onMutate: async ({ name, prefs }) => {
      await queries.cancelQueries({ queryKey: ['me'] });
      const before = queries.getQueryData<Person>(['me']);
      queries.setQueryData<Person>(
        ['me'],
        (now) => now && { ...now, ...(name === undefined ? {} : { name }), prefs: { ...now.prefs, ...prefs } },
      );
      return before;
    },
    onSuccess: (person) => putAnswer(queries, ['me'], person),
    onError: (_error, _change, before) => queries.setQueryData(['me'], before),
  });
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
  const becomeSomebodyElse = useBecomeSomebodyElse();
  const { setUnits } = useUnits();
  return useMutation({
    mutationFn: (body: CallInput<'POST /v1/auth/login'>['body']) => call('POST /v1/auth/login', { body }),
    onSuccess: ({ person }) => {
      // What was chosen for the account wins; what nobody chose leaves this device as it is.
      if (person.is_theme_chosen) chooseTheme(person.prefs.theme);
      if (person.are_units_chosen) setUnits(person.prefs.units);
      becomeSomebodyElse();
    },
  });
}

export function useLogOut() {
  const call = useApi();
  const becomeSomebodyElse = useBecomeSomebodyElse();
  return useMutation({
    mutationFn: () => call('POST /v1/auth/logout', {}),
    onSuccess: () => {
      leaveNoTrace();
      becomeSomebodyElse();
    },
  });
}

/** Whoever calls it leaves the page first and then forgets: a page that still shows somebody would ask for a new one. */
export function useEraseMe() {
  const call = useApi();
  return useMutation({
    mutationFn: () => call('DELETE /v1/me', {}),
    onSuccess: () => {
      leaveNoTrace();
      // How the screen looks is no secret, but everything was to go.
      chooseTheme('system');
      forgetUnits();
    },
  });
}

/** Every photo and what was made from it, in every area; so all that is shown is asked for anew. */
export function useErasePhotos() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('DELETE /v1/me/photos', {}),
    onSuccess: () => {
      forgetUnsentPhotos();
      return queries.invalidateQueries();
    },
  });
}

/** What somebody let stand though it does not go together (people/kept-both.ts, which only the profile loads). */
function forgetKeptBoth(): void {
  try {
    localStorage.removeItem('toile.kept_both');
  } catch {
    // Storage may be shut: then nothing was kept.
  }
}

/** Takes away what this browser keeps of the person who was here. Light or dark and the units are the device's, and stay. */
function leaveNoTrace(): void {
  rememberKnown(false);
  chooseProfile(null);
  forgetKeptBoth();
  // A browser that will not let go now lets go of the longest unused by itself.
  void forgetSeen().catch(() => undefined);
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
