import { useSyncExternalStore } from 'react';

/** By the path of an answer, when it was seen if it is not of now, ISO 8601. */
const seen_at = new Map<string, string | null>();
const listeners = new Set<() => void>();
let is_listening = false;

/** Tells when an answer was seen that is shown because there is no connection; null: it is of now. */
export const useSeenAt = (path: string): string | null =>
  useSyncExternalStore(
    follow,
    () => seen_at.get(path) ?? null,
    () => null,
  );

function follow(listener: () => void): () => void {
  listen();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears from the service worker (offline/service-worker.ts), from the first wardrobe page on. */
function listen(): void {
  // Absent on plain http from another machine: then nothing was laid away.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (is_listening || !workers) return;
  is_listening = true;
  workers.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isSeenAt(data)) return;
    seen_at.set(data.path, data.seen_at);
    for (const listener of listeners) listener();
  });
}

const isSeenAt = (data: unknown): data is { path: string; seen_at: string | null } =>
  typeof data === 'object' && data !== null && 'toile' in data && data.toile === 'seen-at' && 'path' in data && 'seen_at' in data;
