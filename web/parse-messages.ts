import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/** Parses the catalogues while the app is built: what is shipped is their structure, and no parser with it. Plain words stay words. */
export const parseMessages = (): Plugin => ({
  name: 'toile:parse-messages',
  enforce: 'pre',
  config: () => ({
    resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: '@formatjs/icu-messageformat-parser/no-parser.js' }] },
  }),
  transform: {
    filter: { id: /\/messages\/[a-z]{2}\.json$/ },
    handler: (code) => {
      const texts = Object.entries(JSON.parse(code) as Record<string, string>);
      return JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, text.includes('{') ? parse(text) : text])));
    },
  },
});
