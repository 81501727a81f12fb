import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** Debian's chromium, kept from calling anywhere: shops, pictures and its own maker are all outside of a journey. */
const launchOptions = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ],
};

/** What is done and answered is the same at any width, or changes the width itself: one walk is enough. All else is walked on a wide screen too. */
const same_at_any_width = [
  'accessibility',
  'bad-ways',
  'bookmarklet',
  'contradictions',
  'did-it-fit',
  'download',
  'erasure',
  'evidence',
  'inches',
  'languages',
  'odd-shops',
  'offline',
  'own-product',
  'page-policy',
  'preferences',
  'saved-pages',
  'size-model',
  'strict-shops',
  'told-tries',
  'without-scripts',
].map((name) => `${name}.journey.ts`);

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  // Pictures are taken by Debian's chromium with our own fonts, so they need no name of a platform.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  globalSetup: './before-journeys.ts',
  // A journey waits half of its time, for a network, a debounce or a motion.
  workers: 2,
  // A machine may stand still for a minute. What passed only at the second walk is named at the end.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  // A service worker answers before a journey's own routes can; the journeys about it let it in.
  use: {
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    // The last screen of every journey, to look at; the folder is emptied by the next run and never committed.
    screenshot: 'on',
    launchOptions,
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: 'desktop', testIgnore: same_at_any_width, use: { viewport: { width: 1440, height: 900 } } },
  ],
});
