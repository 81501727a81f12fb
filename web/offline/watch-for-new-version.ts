const worker_file = '/service-worker.js';
/** How often at most a page that stays open asks whether there is a newer version: it is one small file, and versions are days apart. In ms. */
const ask_again_ms = 3600 * 1000;

/** Starts the service worker when the page is done with what matters more, and calls back when a new version waits. */
export function watchForNewVersion(onReady: (takeOver: () => void) => void): () => void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // Absent on plain http from another machine, and in some private windows.
  if (!workers) return () => undefined;
  let is_wanted = true;
  let stopAsking = () => {};
  const start = async (): Promise<void> => {
    const registration = await workers.register(worker_file);
    const offer = (waiting: ServiceWorker | null): void => {
      // Without a controller this is the first visit: nothing was there before that could be renewed.
      if (is_wanted && waiting && workers.controller) onReady(() => takeOver(workers, waiting));
    };
    if (!is_wanted) return;
    offer(registration.waiting);
    stopAsking = askAgain(registration);
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming?.addEventListener('statechange', () => (coming.state === 'installed' ? offer(coming) : undefined));
    });
  };
  // A browser that refuses (storage full, shut by policy) only loses what works without a connection.
  const begin = (): void => void start().catch(() => undefined);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
  return () => {
    is_wanted = false;
    stopAsking();
    window.removeEventListener('load', begin);
  };
}

/** An installed app is opened again and again without its page being loaded: whenever it is looked at, it asks. */
function askAgain(registration: ServiceWorkerRegistration): () => void {
  let asked_at = Date.now();
  const ask = (): void => {
    if (document.hidden || Date.now() - asked_at < ask_again_ms) return;
    asked_at = Date.now();
    // Without a connection there is nothing newer to be had.
    registration.update().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  return () => document.removeEventListener('visibilitychange', ask);
}

function takeOver(workers: ServiceWorkerContainer, waiting: ServiceWorker): void {
  workers.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to our own worker, which has no origin but ours
  waiting.postMessage('toile:take-over');
}
