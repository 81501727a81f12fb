import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assetManifest, routeId } from './asset-manifest.ts';

test('a route’s file is known by the router’s own name for it', () => {
  assert.equal(routeId('routes/index.tsx?tsr-split=component'), '/');
  assert.equal(routeId('routes/operator.tsx?tsr-split=component'), '/operator');
  assert.equal(routeId('routes/fitting.$session_id.index.tsx?tsr-split=component'), '/fitting/$session_id/');
});

test('a page names its own files and the words of its language, and not again those that every page has', () => {
  const files = {
    'main.tsx': { file: 'assets/main.js', css: ['assets/main.css'], dynamicImports: ['start-app.tsx'], isEntry: true },
    'start-app.tsx': { file: 'assets/app.js', imports: ['_shared.js'] },
    '_shared.js': { file: 'assets/shared.js' },
    '_form.js': { file: 'assets/form.js', imports: ['_shared.js'], css: ['assets/form.css'] },
    'routes/index.tsx?tsr-split=component': { file: 'assets/home.js', imports: ['_form.js', '_shared.js'] },
    'messages/fr.json': { file: 'assets/fr.js' },
    'messages/de.json': { file: 'assets/de.js' },
  };
  const manifest = assetManifest(files, 'messages/fr.json');
  assert.deepEqual(manifest?.routes['__root__']?.preloads, ['/assets/app.js', '/assets/shared.js', '/assets/fr.js']);
  assert.deepEqual(manifest?.routes['/'], { css: ['/assets/form.css'], preloads: ['/assets/home.js', '/assets/form.js'] });
});

test('an app that was not built says so', () => {
  assert.throws(() => assetManifest({}, 'messages/en.json'), /npm run build/);
});
