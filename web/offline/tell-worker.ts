/** Tells the service worker something, where there is one that answers for this page. */
export function tellWorker(message: 'toile:new-language'): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to our own worker, which has no origin but ours
  workers?.controller?.postMessage(message);
}
