import { existsSync, readFileSync } from 'node:fs';
import type { Command } from '#platform/area/area.ts';
import { readAtShop } from './fetch-product.ts';
import { chartOf } from './fitting-garment.ts';
import { parseLink } from './parse-link.ts';
import { readProductPage } from './reading/read-product-page.ts';
import { collectTables } from './reading/size-tables/collect-tables.ts';
import { readSizeTable } from './reading/size-tables/read-size-table.ts';

/** Shows an operator what Toile reads on a page, and by which size chart; stores nothing. */
export const read_page: Command = {
  name: 'read-page',
  usage: 'toile read-page URL|FILE',
  summary: 'Print what is read on a product page, by link or from a saved file; nothing is stored',
  run: async (ctx, [source]) => {
    if (source === undefined) return 'Give a link, or the path of a saved page.';
    const html = existsSync(source) ? readFileSync(source, 'utf8') : null;
    const reading = html === null ? await readAtShop(ctx, parseLink(source)) : readProductPage({ html, link: null });
    const stated = html === null ? [] : collectTables(html).flatMap((table) => readSizeTable(table) ?? []);
    const chart = chartOf(reading);
    return JSON.stringify({ ...reading, size_chart: chart?.source ?? null, charts_on_page: stated }, null, 2);
  },
};
