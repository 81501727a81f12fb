import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const output = fileURLToPath(new URL('../test-results', import.meta.url));

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

/** Every journey comes from one address, so the limits for one address are out of the way; they have their own tests. */
const server_settings = {
  ENVIRONMENT: 'test',
  HOST: '127.0.0.1',
  PORT: '0',
  PUBLIC_URL: '',
  DATA_DIR: './data',
  DATABASE_URL: '',
  LOG_LEVEL: 'warn',
  RATE_LIMIT_PER_MINUTE: '1000000',
  LOG_IN_LIMIT_PER_MINUTE: '1000',
  SESSION_LIMIT_PER_MINUTE: '100000',
};

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: output,
  // Two cores: the server, its database and one browser already share them.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  reporter: [['list']],
  use: { locale: 'en-GB', timezoneId: 'Europe/Paris', trace: 'retain-on-failure', screenshot: 'only-on-failure', launchOptions },
  projects: [
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    name: 'toile',
    command: 'node e2e/start-server.ts',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: server_settings,
    wait: { stdout: /Toile is open at (?<toile_e2e_url>\S+)/ },
    // The first run builds the web app.
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
