import { useEffect, useState } from 'react';
import { type HandedOver, readHandOver } from './read-hand-over.ts';

/** Asks the tab that opened us for its page. `alone` when nobody opened us, or nothing came in time. */
export function useHandedOver(): HandedOver | { kind: 'alone' } | { kind: 'waiting' } {
  // A shop that cuts its tabs apart leaves no opener, or one that never answers.
  const patience_ms = 8000;
  const [state, setState] = useState<ReturnType<typeof useHandedOver>>(() => ({ kind: window.opener ? 'waiting' : 'alone' }));
  useEffect(() => {
    const opener = window.opener as Window | null;
    if (!opener) return undefined;
    const timer = setTimeout(() => setState((now) => (now.kind === 'waiting' ? { kind: 'alone' } : now)), patience_ms);
    const receive = (event: MessageEvent) => {
      if (event.source !== opener) return;
      const read = readHandOver(event.data, event.origin);
      if (read.kind !== 'ignored') setState(read);
    };
    window.addEventListener('message', receive);
    // Holds no secret, so any shop may hear it.
    opener.postMessage('toile:ready', '*');
    return () => {
      clearTimeout(timer);
      window.removeEventListener('message', receive);
    };
  }, []);
  return state;
}
