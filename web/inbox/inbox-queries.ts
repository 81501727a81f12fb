import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Client } from '#contract/client.ts';
import type { FitAnswer, LinkAnswer, Notice } from '#contract/inbox.ts';
import { useApi } from '#web/api/api-context.ts';
import { putAnswer } from '#web/api/put-answer.ts';

/** What waits for an answer: of one fitting, or of all. */
export const questionsQuery = (call: Client, session_id?: string) =>
  queryOptions({
    queryKey: ['inbox', session_id ?? 'all'],
    queryFn: ({ signal }) =>
      call('GET /v1/inbox', { query: { is_open: 'true', ...(session_id === undefined ? {} : { session_id }) }, signal }),
  });

export const useQuestions = (session_id?: string) => useQuery(questionsQuery(useApi(), session_id));

interface Said<A> {
  answer: A;
  size_tried?: string;
}

/** Answers a question; every advice that is looked at next already knows. The list is asked anew when the page is opened again. */
export function useAnswer({ id, question }: Notice) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Said<FitAnswer>) => call('POST /v1/inbox/{id}/answer', { params: { id }, body }),
    onSuccess: async ({ question: { answer } }) => {
      await queries.invalidateQueries({ queryKey: ['inbox'], refetchType: 'none' });
      await queries.invalidateQueries({ queryKey: ['advice'] });
      await queries.invalidateQueries({ queryKey: ['zones'] });
      await queries.invalidateQueries({ queryKey: ['fitting', question.session_id] });
      if (answer === 'never_ask') await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
}

/** Puts a question away unanswered. */
export function useDismiss({ id }: Notice) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('PATCH /v1/inbox/{id}', { params: { id }, body: { is_dismissed: true } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  });
}

export const linkedQuestionQuery = (call: Client, token: string) =>
  queryOptions({
    queryKey: ['fit-question', token],
    queryFn: ({ signal }) => call('GET /v1/fit-questions/{token}', { params: { token }, signal }),
  });

export const useLinkedQuestion = (token: string) => useQuery(linkedQuestionQuery(useApi(), token));

/** Answers as whoever holds the link. */
export function useAnswerLinked(token: string) {
  const call = useApi();
  const queries = useQueryClient();
  const { queryKey } = linkedQuestionQuery(call, token);
  return useMutation({
    mutationFn: (body: Said<LinkAnswer>) => call('POST /v1/fit-questions/{token}/answer', { params: { token }, body }),
    onSuccess: (question) => putAnswer(queries, queryKey, question),
  });
}
