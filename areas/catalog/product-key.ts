/** Of the JSON of products and lists. One more whenever it changes, so that in a shared cache no version finds what another wrote. */
export const shape_version = 2;

/** Where a product's JSON is cached. Only what everybody may see goes there. */
export const productKey = (product_id: string): string => `catalog:product:${shape_version}:${product_id}`;

/** Where the id of the product behind a link is cached, on the same condition. */
export const linkCacheKey = (link_key: string): string => `catalog:link:${link_key}`;
