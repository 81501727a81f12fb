/** Where a product's JSON is cached. Only what everybody may see goes there. */
export const productKey = (product_id: string): string => `catalog:product:${product_id}`;

/** Where the id of the product behind a link is cached, on the same condition. */
export const linkCacheKey = (link_key: string): string => `catalog:link:${link_key}`;
