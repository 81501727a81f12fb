import { expect, test as base } from '@playwright/test';
import { furnish } from './furnished-house.ts';
import { startServer, type TestServer } from './start-server.ts';

/** Refusals of the API are part of a journey, and the browser notes each of them. */
const expected_noise = /^Failed to load resource/;

/** Playwright's `test` at a server of its own; a page of ours that throws, or breaks its own security policy, fails its journey. */
export const test = base.extend<{ quietPage: void }, { server: TestServer; more_settings: Record<string, string> }>({
  // What a journey's server is told beside the usual: `test.use({ more_settings: { DEMO: 'true' } })`.
  more_settings: [{}, { option: true, scope: 'worker' }],
  server: [
    async ({ more_settings }, use) => {
      const server = await startServer(more_settings, (folder) => furnish(folder, more_settings.DEMO === 'true'));
      await use(server);
      await server.stop();
    },
    // On a busy machine a start takes its time.
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  quietPage: [
    async ({ context, baseURL }, use) => {
      const isOurs = (url = '') => baseURL !== undefined && url.startsWith(baseURL);
      const complaints: string[] = [];
      context.on('weberror', (error) => {
        if (isOurs(error.page()?.url())) complaints.push(error.error().message);
      });
      context.on('console', (message) => {
        const is_ours = isOurs(message.location().url);
        if (is_ours && message.type() === 'error' && !expected_noise.test(message.text())) complaints.push(message.text());
      });
      await use();
      expect(complaints, 'what the browser complained of').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
