import './design/design.css';
import { keepEarlyActs } from './early-acts.ts';
import { firstPaint } from './first-paint.ts';
import { reloadOnce } from './offline/reload-once.ts';

// A page of an older version asks for files that a newer one has replaced: it is loaded again, once. Without a connection the page
// stays to be read until there is one.
window.addEventListener('vite:preloadError', () => {
  if (navigator.onLine) reloadOnce();
  else window.addEventListener('online', reloadOnce, { once: true });
});

const is_acted_on = new Promise<void>(keepEarlyActs);
const later = document.querySelectorAll<HTMLLinkElement>('link[rel="toile-later"]');

// A page that the server wrote is read first: the app comes after the first paint, or when somebody does something.
if (later.length > 0) {
  await Promise.race([firstPaint(), is_acted_on]);
  for (const { href } of later) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
}
await import('./start-app.tsx');
