import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useStartFitting } from '#web/api/fitting-queries.ts';

/**
 * Starts a fitting and opens its page. `has_failed` stays true while the next try runs, so that nothing on the page moves.
 * `is_replacing` where the page begins by itself: going back to it would begin again.
 */
export function useBegin({ is_replacing = false } = {}) {
  const start = useStartFitting();
  const navigate = useNavigate();
  const [has_failed, setFailed] = useState(false);
  const begin = (body: Parameters<typeof start.mutate>[0]) =>
    start.mutate(body, {
      onError: () => setFailed(true),
      onSuccess: ({ session_id }) => void navigate({ to: '/fitting/$session_id', params: { session_id }, replace: is_replacing }),
    });
  return { begin, error: start.error, is_busy: start.isPending, has_failed, tried_link: start.variables?.product_url };
}
