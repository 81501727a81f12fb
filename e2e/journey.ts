import { expect, test as base } from '@playwright/test';
import { environment } from './environment.ts';

/** Refusals of the API are part of a journey, and the browser notes each of them. */
const expected_noise = /^Failed to load resource/;

/** Playwright's `test` at the server of this run; a page of ours that throws, or breaks its own security policy, fails its journey. */
export const test = base.extend<{ quietPage: void }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from this pattern
  baseURL: async ({}, use) => use(environment.server_url()),
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
