import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '#contract/client.ts';
import type { BodyMeasurements } from '#contract/fit.ts';
import { useApi } from './api-context.ts';
import { putAnswer } from './put-answer.ts';
import { forgetZones } from './zone-queries.ts';

export function useProfiles() {
  const call = useApi();
  return useQuery({ queryKey: ['profiles'], queryFn: ({ signal }) => call('GET /v1/profiles', { signal }) });
}

export function useAddProfile() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CallInput<'POST /v1/profiles'>['body']) => call('POST /v1/profiles', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['profiles'] }),
  });
}

export function useChangeProfile(id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CallInput<'PATCH /v1/profiles/{id}'>['body']) => call('PATCH /v1/profiles/{id}', { params: { id }, body }),
    onSuccess: () => {
      void forgetZones(queries, id);
      return queries.invalidateQueries({ queryKey: ['profiles'] });
    },
  });
}

export function useRemoveProfile() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /v1/profiles/{id}', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['profiles'] }),
  });
}

export function useMeasurements(profile_id: string) {
  const call = useApi();
  return useQuery({
    queryKey: ['measurements', profile_id],
    queryFn: ({ signal }) => call('GET /v1/profiles/{id}/measurements', { params: { id: profile_id }, signal }),
  });
}

export function useChangeMeasurements(profile_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    // The pages ask back themselves, while the number is being typed.
    mutationFn: (body: BodyMeasurements) =>
      call('PATCH /v1/profiles/{id}/measurements', { params: { id: profile_id }, body: { ...body, is_sure: true } }),
    onSuccess: (measurements) => {
      void putAnswer(queries, ['measurements', profile_id], measurements);
      void forgetZones(queries, profile_id);
    },
  });
}

export function useOwnedGarments(profile_id: string) {
  const call = useApi();
  return useQuery({
    queryKey: ['owned', profile_id],
    queryFn: ({ signal }) => call('GET /v1/profiles/{id}/owned-garments', { params: { id: profile_id }, signal }),
  });
}

export type OwnedInput = CallInput<'POST /v1/profiles/{id}/owned-garments'>['body'];

export function useAddOwnedGarment(profile_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: OwnedInput) => call('POST /v1/profiles/{id}/owned-garments', { params: { id: profile_id }, body }),
    onSuccess: () => {
      void forgetZones(queries, profile_id);
      return queries.invalidateQueries({ queryKey: ['owned', profile_id] });
    },
  });
}

type OwnedChange = CallInput<'PATCH /v1/profiles/{id}/owned-garments/{owned_id}'>['body'];

export function useChangeOwnedGarment(profile_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ owned_id, body }: { owned_id: string; body: OwnedChange }) =>
      call('PATCH /v1/profiles/{id}/owned-garments/{owned_id}', { params: { id: profile_id, owned_id }, body }),
    onSuccess: () => {
      void forgetZones(queries, profile_id);
      return queries.invalidateQueries({ queryKey: ['owned', profile_id] });
    },
  });
}

export function useRemoveOwnedGarment(profile_id: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (owned_id: string) => call('DELETE /v1/profiles/{id}/owned-garments/{owned_id}', { params: { id: profile_id, owned_id } }),
    onSuccess: () => {
      void forgetZones(queries, profile_id);
      return queries.invalidateQueries({ queryKey: ['owned', profile_id] });
    },
  });
}

/** What was told and does not go together; whatever is told asks for it anew. */
export function useContradictions(profile_id: string) {
  const call = useApi();
  return useQuery({
    queryKey: ['contradictions', profile_id],
    queryFn: ({ signal }) => call('GET /v1/profiles/{id}/contradictions', { params: { id: profile_id }, signal }),
    refetchOnMount: 'always',
  });
}
