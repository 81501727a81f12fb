import './design/design.css';
import './start-app.tsx';
import { reloadOnce } from './offline/reload-once.ts';

// A page of an older version asks for files that a newer one has replaced: it is loaded again, once.
window.addEventListener('vite:preloadError', reloadOnce);
