import { tanstackRouter } from '@tanstack/router-plugin/vite';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { parseMessages } from './parse-messages.ts';

const here = import.meta.dirname;

export default defineConfig({
  root: here,
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // What only a link opens is nobody else's to load, its loader neither.
      codeSplittingOptions: {
        splitBehavior: ({ routeId }) =>
          ['/did-it-fit/$token', '/look/$token'].includes(routeId ?? '') ? [['loader', 'component']] : undefined,
      },
      routesDirectory: `${here}/routes`,
      generatedRouteTree: `${here}/routeTree.gen.ts`,
      addExtensions: true,
      disableLogging: true,
    }),
    react(),
    tailwindcss(),
    parseMessages(),
  ],
  build: {
    outDir: `${here}/../dist/web`,
    manifest: true,
    rollupOptions: {
      input: `${here}/main.tsx`,
      output: {
        codeSplitting: {
          groups: [
            // All that runs before the first paint, apart so that it brings nothing else along.
            { name: 'begin', test: /\/web\/(early-acts|offline\/reload-once)\.ts$|rolldown:runtime|vite\/preload-helper/, priority: 4 },
            // What changes with our dependencies only, so that a new version of ours leaves it in the browser's memory.
            {
              name: 'start',
              priority: 3,
              test: /\/web\/(routes\/[^?]+\.tsx$|api\/(?!(try|chart|zone|profile|build|wardrobe|owned|saved|import|mirror|account)-queries|send-file|do-once|put-answer|unsent-import|prepare-linked)|messages\/(?!read-money)[\w-]+\.ts|offline\/use|design\/(button|icon|page-head|page-title|loading|missing-page|garment-outline|say|toast|error-notice|providers|layout|main-nav|broken-page)|people\/(theme|units-context|chosen)|shop\/shop-search|prepare-page)/,
            },
            // One file instead of a handful of small ones, each of which every page would have to know by name.
            { name: 'inbox', test: /\/web\/(inbox\/|design\/fit-answers)/ },
            // What only one's own pages ask for.
            { name: 'yours', test: /\/web\/api\/(try|chart|zone|profile|build)-queries/, priority: 1 },
            { name: 'parts', test: /\/web\/design\/(disclosure|radios|field|fit-scale|garment-picture|own-picture)/, priority: 1 },
            {
              name: 'platform',
              priority: 2,
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|seroval|intl-messageformat|@formatjs)\//,
            },
          ],
        },
      },
    },
    emptyOutDir: true,
    // The content security policy forbids data: scripts and fonts; pictures stay files so that they are cached.
    assetsInlineLimit: 0,
  },
});
