import { useEffect } from 'react';

/** Asks before the page is closed while photos are on their way; within the app they travel on. */
export function useLeaveWarning(is_busy: boolean): void {
  useEffect(() => {
    if (!is_busy) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [is_busy]);
}
