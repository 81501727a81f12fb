import { useCallback, useEffect, useRef, useState } from 'react';
import type { PersonPhoto } from '#contract/tryon.ts';
import { useApi } from '#web/api/api-context.ts';
import { sendPhoto } from './send-photo.ts';

/** A photo on its way; `preview` shows it from this browser, before and whether or not it is taken. */
export interface TravellingPhoto {
  state: 'sending' | 'waiting' | 'checking' | 'refused' | 'failed';
  preview: string;
  /** 0 to 1. */
  share: number;
  /** Once it was looked at and refused. */
  seen: PersonPhoto | null;
  error: unknown;
}

/** Sends one photo of somebody; `onReady` hears of it once it can be dressed. A second one takes the place of the first. */
export function usePhoto(onReady: (photo: PersonPhoto) => void) {
  const call = useApi();
  const [travelling, setTravelling] = useState<TravellingPhoto | null>(null);
  const stop = useRef<AbortController | null>(null);
  const file = useRef<Blob | null>(null);
  const change = (part: Partial<TravellingPhoto>) => setTravelling((now) => now && { ...now, ...part });
  const drop = useCallback(() => {
    stop.current?.abort();
    setTravelling((now) => {
      if (now) URL.revokeObjectURL(now.preview);
      return null;
    });
  }, []);
  const send = (photo: Blob) => {
    drop();
    const mine = new AbortController();
    [stop.current, file.current] = [mine, photo];
    setTravelling({ state: 'sending', preview: URL.createObjectURL(photo), share: 0, seen: null, error: null });
    const { signal } = mine;
    const settle = (seen: PersonPhoto) => {
      if (signal.aborted) return;
      if (seen.state !== 'ready') return change({ state: 'refused', seen });
      drop();
      onReady(seen);
    };
    void sendPhoto({
      call,
      photo,
      signal,
      onProgress: (share) => change({ state: 'sending', share }),
      onWait: () => change({ state: 'waiting' }),
      onArrive: () => change({ state: 'checking', share: 1 }),
    }).then(settle, (error: unknown) => {
      if (!signal.aborted) change({ state: 'failed', error });
    });
  };
  const retry = () => {
    if (file.current) send(file.current);
  };
  useEffect(() => drop, [drop]);
  return { travelling, send, retry, drop };
}
