import { useEffect, useState } from 'react';
import { type HandedOver, readHandOver, readPosted } from './read-hand-over.ts';

/** Where our server lays what a form brought (platform/http/posted-page.ts). */
const posted_id = 'posted';

type State = HandedOver | { kind: 'alone' } | { kind: 'waiting' };

/** The page that came as a form, or else asks the tab that opened us for its page. `alone` when nobody opened us, or nothing came in time. */
export function useHandedOver(): State {
  // A shop that cuts its tabs apart leaves no opener, or one that never answers.
  const patience_ms = 8000;
  const [state, setState] = useState<State>(() => {
    const posted = readPosted(document.getElementById(posted_id)?.textContent);
    if (posted.kind !== 'ignored') return posted;
    return { kind: window.opener ? 'waiting' : 'alone' };
  });
  const is_waiting = state.kind === 'waiting';
  useEffect(() => {
    const opener = window.opener as Window | null;
    if (!opener || !is_waiting) return undefined;
    const timer = setTimeout(() => setState({ kind: 'alone' }), patience_ms);
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
  }, [is_waiting]);
  return state;
}
