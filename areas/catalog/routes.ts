import { catalog_routes } from '#contract/catalog.ts';
import { shop_window_routes as shop } from '#contract/shop-window.ts';
import { size_chart_routes as charts } from '#contract/size-charts.ts';
import { bind } from '#platform/area/area.ts';
import { listBoutiqueRows } from './boutiques/boutique.store.ts';
import { readBoutique } from './boutiques/read-boutique.ts';
import { correctChart, decideCorrection, listCorrections, listMyCorrections, removeCorrection } from './charts/correct-chart.ts';
import { listSizeCharts } from './charts/list-size-charts.ts';
import { readPasted } from './charts/read-pasted.ts';
import { listBrands } from './charts/list-brands.ts';
import { readRun } from './pipeline/read-run.ts';
import { listRefusalGroups, refusalCursor } from './pipeline/refusal.store.ts';
import { listRuns } from './pipeline/run.store.ts';
import { startImport } from './pipeline/start-import.ts';
import { readPicture } from './pictures/read-picture.ts';
import { readProductText } from './read-product.ts';
import { readSharePicture } from './share-picture/read-share-picture.ts';
import { listForSitemap } from './window/list-for-sitemap.ts';
import { listProductsText } from './window/list-products.ts';
import { listSimilarProducts } from './window/list-similar.ts';

export const routes = [
  bind(shop.listBoutiques, async (ctx) => ({ boutiques: await listBoutiqueRows(ctx), next_cursor: null })),
  bind(shop.readBoutique, (ctx, { params }) => readBoutique(ctx, params.id)),
  bind(shop.listProducts, (ctx, { query }) => listProductsText(ctx, query)),
  bind(shop.listProductSlugs, (ctx, { query: { cursor, limit } }) => listForSitemap(ctx, { after: cursor, limit })),
  bind(shop.listSimilarProducts, async (ctx, { params, query }) => ({
    products: await listSimilarProducts(ctx, params.id, query.limit),
    next_cursor: null,
  })),
  bind(shop.readPicture, (ctx, { params }) => readPicture(ctx, { id: params.id, width: Number(params.width) })),
  bind(shop.readSharePicture, (ctx, { params }) => readSharePicture(ctx, params.id)),
  bind(charts.listSizeCharts, (ctx, { query }) => listSizeCharts(ctx, query)),
  bind(charts.readPastedChart, async (_ctx, { body }) => ({ charts: readPasted(body.text) })),
  bind(charts.correctSizeChart, (ctx, { body }) => correctChart(ctx, body)),
  bind(charts.listMyCorrections, async (ctx) => ({ corrections: await listMyCorrections(ctx), next_cursor: null })),
  bind(charts.removeCorrection, async (ctx, { params }) => {
    await removeCorrection(ctx, params.id);
    return { status: 'success' as const };
  }),
  bind(charts.listCorrections, (ctx, { query }) => listCorrections(ctx, query)),
  bind(charts.decideCorrection, (ctx, { params, body }) => decideCorrection(ctx, params.id, body)),
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
