import { AppError } from '#platform/errors/app-error.ts';

/** What a shopper can do when Toile cannot read a page by itself. */
const hand_over = 'Open the product in your browser and use the Toile bookmarklet, or paste the page’s source.';

export const notAPage = (): AppError =>
  new AppError('catalog.not_a_page', {
    message:
      'This is not a web page. In your browser open the product, choose “View page source”, copy all of it and paste it here; or use the Toile bookmarklet.',
    fields: { page_html: 'Not the source of a web page' },
  });

/** The same, where it was a link that led to it. */
export const linkNotAPage = (host: string): AppError =>
  new AppError('catalog.not_a_page', {
    message: `The link leads to something at ${host} that is not a web page. Copy the address of the product page itself.`,
    fields: { product_url: 'Not a web page' },
  });

export const notAProduct = (detail: string): AppError =>
  new AppError('catalog.not_a_product', {
    message: 'This page does not show one single product. Open the product itself, with its sizes, and use that page.',
    detail,
  });

/** Shops swap products without loading the page anew; its data then still tells of the one before. */
export const otherProduct = (detail: string): AppError =>
  new AppError('catalog.not_a_product', {
    message: 'The page still carries the data of another product. Reload it in your browser, then hand it over again.',
    detail,
  });

export const noSizes = (detail: string): AppError =>
  new AppError('catalog.no_sizes', {
    message: `The page names no sizes, so there is nothing to choose between. ${hand_over} Wait until the sizes show.`,
    detail,
  });

export const unknownShop = (host: string): AppError =>
  new AppError('catalog.unknown_shop', {
    message: `Toile cannot read ${host} yet: the page does not tell its sizes in a way that Toile understands. J.Crew, lululemon, Reiss and Theory work, and so do shops with standard product data (JSON-LD, microdata, Shopify).`,
  });

/** A page that once showed a product. */
export const productGone = (host: string): AppError =>
  new AppError('catalog.not_a_product', {
    message: `${host} no longer sells this. Open another garment, or the same one at another shop.`,
    detail: 'no longer available',
  });

/** A boutique sold it here once; its address stays, so that nobody thinks they mistyped it. */
export const productNoLongerSold = (): AppError =>
  new AppError('catalog.product_gone', { message: 'This garment is no longer sold. Look at what is like it, or at the rest of the shop.' });

export const noLink = (detail: string): AppError =>
  new AppError('catalog.bad_link', {
    message: 'Toile cannot tell which product this is. Give the link of the product page too.',
    detail,
    fields: { product_url: 'Needed with this page' },
  });

/** `reason` names the line. */
export const badFeed = (reason: string): AppError =>
  new AppError('catalog.bad_feed', {
    message: `The feed cannot be read as a table: ${reason}. Mend that line, then import it again; nothing was loaded.`,
  });

export const noChart = (): AppError =>
  new AppError('catalog.no_chart', {
    message: 'No size chart could be read in this. Copy the table with its headings (Size, Chest, Waist…) and at least two sizes.',
    fields: { text: 'No size chart' },
  });

export const unlikelyChart = (fields: Record<string, string>): AppError =>
  new AppError('catalog.unlikely_chart', {
    message: 'A figure in this chart is not what a body measures. Check it, and whether it is in inches or centimetres.',
    fields,
  });

export const correctionChanged = (): AppError =>
  new AppError('catalog.correction_changed', {
    message: 'The author has changed this correction since you opened it. Look at it again, then decide.',
  });

export const tooManyCorrections = (): AppError =>
  new AppError('catalog.too_many_corrections', { message: 'You keep 100 corrections already. Take one back that you no longer need.' });

export const pageTooHard = (cause: Error): AppError =>
  new AppError('catalog.page_too_large', {
    message: 'This page takes more time or memory than Toile spends on one. Check that it is the page of one product.',
    cause,
  });

/** Says by name which shop is down, and what to do meanwhile. */
export const retailerUnavailable = (shop_name: string, cause: AppError): AppError =>
  new AppError('catalog.retailer_unavailable', {
    message: `${shop_name} service temporarily unavailable. Try again in a few minutes. Or: ${hand_over.charAt(0).toLowerCase()}${hand_over.slice(1)}`,
    detail: cause.detail ?? cause.message,
    cause,
    ...(cause.retry_after_s === undefined ? {} : { retry_after_s: cause.retry_after_s }),
  });
