/** Later than this nobody waits, in ms: a picture may stall, and a hidden page is never painted. */
const patience_ms = 2500;

/** Waits until the page is painted, with the pictures that stand on it at first. */
export async function firstPaint(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, patience_ms);
  await Promise.race([Promise.all([painted(), loaded()]), promise]);
}

function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') return resolve();
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
  });
}

function loaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') return resolve();
    window.addEventListener('load', () => resolve(), { once: true });
  });
}
