import type { LiveNews } from './live.ts';

/** Keeps news until its reader comes for it. */
export interface Mailbox {
  put: (news: LiveNews) => void;
  /** Gives what comes, in its order, until the box is closed. */
  news: () => AsyncGenerator<LiveNews, void, undefined>;
  close: () => void;
}

/** A reader who is so far behind looks anew instead. */
const kept_max = 100;

/** Makes a box that closes with the signal. */
export function makeMailbox(signal: AbortSignal): Mailbox {
  let kept: LiveNews[] = [];
  let is_closed = false;
  let wake = (): void => undefined;
  const close = (): void => {
    is_closed = true;
    wake();
  };
  return {
    put: (news) => {
      kept = kept.length < kept_max ? [...kept, news] : [{ kind: 'missed' }];
      wake();
    },
    close,
    news: async function* read() {
      if (signal.aborted) return;
      signal.addEventListener('abort', close, { once: true });
      try {
        // oxlint-disable-next-line no-unmodified-loop-condition -- `close` changes it
        while (!is_closed) {
          const next = kept;
          kept = [];
          yield* next;
          if (kept.length === 0 && !is_closed) await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        signal.removeEventListener('abort', close);
      }
    },
  };
}
