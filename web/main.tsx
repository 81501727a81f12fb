import './design/design.css';
import { firstPaint } from './first-paint.ts';
import { reloadOnce } from './offline/reload-once.ts';

// A page of an older version asks for files that a newer one has replaced: it is loaded again, once.
window.addEventListener('vite:preloadError', reloadOnce);

await firstPaint();
await import('./start-app.tsx');
