import { useNavigate } from '@tanstack/react-router';
import { useStartFitting } from '#web/api/fitting-queries.ts';

/** Starts a fitting and opens its page. */
export function useBegin() {
  const start = useStartFitting();
  const navigate = useNavigate();
  const begin = (body: Parameters<typeof start.mutate>[0]) =>
    start.mutate(body, {
      onSuccess: ({ session_id }) => void navigate({ to: '/fitting/$session_id', params: { session_id } }),
    });
  return { begin, error: start.error, is_busy: start.isPending, tried_link: start.variables?.product_url };
}
