/** Whoever waits longer than this for a first picture gets the app without it. In ms. */
const patience_ms = 2500;

/**
 * Waits until what the page shows first is on the screen: the server's page is there to be seen at once, and an app that
 * begins at the same moment would hold it up.
 */
export async function firstPaint(): Promise<void> {
  // A tab that is not looked at paints nothing, and waits for nobody.
  if (document.hidden) return;
  const first_pictures = [...document.querySelectorAll<HTMLImageElement>('img[fetchpriority="high"]')];
  const decoded = Promise.all(first_pictures.map((picture) => picture.decode().catch(() => undefined)));
  await Promise.race([Promise.all([decoded, painted()]), new Promise((resolve) => setTimeout(resolve, patience_ms))]);
}

/** The browser tells when the first frame was shown, not only made. */
function painted(): Promise<void> {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((entries) => {
      if (entries.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      // One frame more: a picture that was decoded meanwhile is in it.
      requestAnimationFrame(() => setTimeout(resolve));
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}
