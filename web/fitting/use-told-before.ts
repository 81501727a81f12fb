import { type HistoryState, useHydrated, useLocation } from '@tanstack/react-router';

/** Gives what the page before handed on, so that this one can say what changed. It stands in the history entry, which no server sees. */
export function useToldBefore(): Pick<HistoryState, 'before' | 'chart_saved'> {
  const state = useLocation({ select: (location) => location.state });
  return useHydrated() ? state : {};
}
