import type { Area } from '#platform/area/area.ts';
import { forget_products } from './boutiques/forget-products.ts';
import { import_products, load_pages } from './load-commands.ts';
import { load_link } from './pipeline/load-link.ts';
import { refresh_used } from './pipeline/refresh-used.ts';
import { embed_picture, embed_new } from './pictures/embed-pictures.ts';
import { forget_shop_pictures } from './pictures/shop-picture.ts';
import { delete_picture_files } from './pictures/picture-files.ts';
import { personal_data } from './personal-data.ts';
import { countProducts } from './product.store.ts';
import { read_page } from './read-page-command.ts';
import { refresh_product } from './refresh-product.ts';
import { routes } from './routes.ts';

/** Brands, products of shops and their size charts: see README.md. */
export const catalog: Area = {
  name: 'catalog',
  migrations: new URL('migrations/', import.meta.url),
  routes,
  jobs: [refresh_product, load_link, refresh_used, delete_picture_files, forget_products, embed_picture, embed_new, forget_shop_pictures],
  commands: [read_page, load_pages, import_products],
  subscriptions: [],
  personal_data,
  measure: async (ctx) => ctx.metrics.products_count.set(await countProducts(ctx)),
};

export { brandLabel } from './charts/brand-label.ts';
export { chartRow } from './charts/chart-row.ts';
export { findOrReadProduct, type ProductSource } from './find-or-read-product.ts';
export { findBoughtProducts, type FindBought } from './find-bought-products.ts';
export { findSizeChart, type ChartWish } from './charts/find-size-chart.ts';
export { chartInUse } from './charts/chart-in-use.ts';
export { chartsFor } from './charts/known-charts.ts';
export { statedDimensions, type FittingGarment } from './fitting-garment.ts';
export { listBrands } from './charts/list-brands.ts';
export { garmentOf, readProduct, readProductForFitting, readProductIfThere, readProductOnSale, readSharedProduct } from './read-product.ts';
export { isFreshCatalog } from './product.store.ts';
export { forgetInServer } from './boutiques/forget-products.ts';
export { removeBoutique, removeBoutiqueProduct } from './boutiques/remove-boutique.ts';
export { saveBoutique } from './boutiques/save-boutique.ts';
export { saveBoutiqueProduct } from './boutiques/save-boutique-product.ts';
export { hasFlatPicture, readFlatPicture, readProductPicture } from './pictures/read-product-picture.ts';
export { readShopPicture, shopPictureUrl } from './pictures/shop-picture.ts';
export { savePicture, type PictureDraft } from './pictures/save-picture.ts';
export { listAlike } from './window/list-alike.ts';
export { readCards } from './window/read-cards.ts';
export { listForSitemap } from './window/list-for-sitemap.ts';
export type { BoutiqueDraft } from './boutiques/boutique-draft.ts';
export type { ProductDraft } from './boutiques/product-draft.ts';
export type { BodyRanges, SizeChart } from './charts/size-chart.ts';
