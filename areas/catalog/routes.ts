import { catalog_routes } from '#contract/catalog.ts';
import { bind } from '#platform/area/area.ts';
import { listBrands } from './list-brands.ts';
import { readProductText } from './read-product.ts';

export const routes = [
  bind(catalog_routes.readProduct, (ctx, { params }) => readProductText(ctx, params.id)),
  bind(catalog_routes.listBrands, async (ctx) => ({ brands: await listBrands(ctx), next_cursor: null })),
];
