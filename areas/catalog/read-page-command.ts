import { existsSync } from 'node:fs';
import type { Command } from '#platform/area/area.ts';
import { sharedCharts } from './charts/known-charts.ts';
import { readAtShop } from './fetch-product.ts';
import { chartOf } from './fitting-garment.ts';
import { parseLink } from './parse-link.ts';
import { readSavedPage } from './read-saved-page.ts';
import { readProductPage } from './reading/read-product-page.ts';

/** Shows an operator what Toile reads on a page, and by which size chart; stores nothing. */
export const read_page: Command = {
  name: 'read-page',
  usage: 'toile read-page URL|FILE',
  summary: 'Print what is read on a product page, by link or from a saved file; nothing is stored',
  run: async (ctx, [source]) => {
    if (source === undefined) return 'Give a link, or the path of a saved page.';
    const reading = existsSync(source)
      ? readProductPage({ html: readSavedPage(source), link: null })
      : await readAtShop(ctx, parseLink(source));
    const chart = chartOf(reading, await sharedCharts(ctx, reading.brand));
    return JSON.stringify({ ...reading, size_chart: chart?.source ?? null }, null, 2);
  },
};
