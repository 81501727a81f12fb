import { catalog_routes } from '#contract/catalog.ts';
import { bind } from '#platform/area/area.ts';
import { listBrands } from './list-brands.ts';
import { readRun } from './pipeline/read-run.ts';
import { listRefusalGroups, refusalCursor } from './pipeline/refusal.store.ts';
import { listRuns } from './pipeline/run.store.ts';
import { startImport } from './pipeline/start-import.ts';
import { readProductText } from './read-product.ts';

export const routes = [
  bind(catalog_routes.readProduct, (ctx, { params }) => readProductText(ctx, params.id)),
  bind(catalog_routes.startImport, (ctx, { body }) => startImport(ctx, body)),
  bind(catalog_routes.listRuns, async (ctx, { query: { cursor, limit } }) => {
    const runs = await listRuns(ctx, { before: cursor ?? null, limit });
    return { runs, next_cursor: runs.length === limit ? runs.at(-1)!.id : null };
  }),
  bind(catalog_routes.readRun, (ctx, { params }) => readRun(ctx, params.id)),
  bind(catalog_routes.listRefusals, async (ctx, { query: { cursor, limit } }) => {
    const refusals = await listRefusalGroups(ctx, { before: cursor ?? null, limit });
    return { refusals, next_cursor: refusals.length === limit ? refusalCursor(refusals.at(-1)!) : null };
  }),
  bind(catalog_routes.listBrands, async (ctx) => ({ brands: await listBrands(ctx), next_cursor: null })),
];
