import './design/design.css';
import { firstPaint } from './first-paint.ts';

// A page of an older version asks for files that a newer one has replaced: it is loaded again, once.
window.addEventListener('vite:preloadError', () => {
  const key = 'toile.reloaded';
  if (sessionStorage.getItem(key)) return;
  sessionStorage.setItem(key, '1');
  window.location.reload();
});

await firstPaint();
await import('./start-app.tsx');
