import { badLink } from '#platform/outbound/outbound-errors.ts';
import { jcrew, shopOf } from './shop.ts';

/**
 * Reads what a shopper pasted as a link; `www.jcrew.com/p/…` without https:// will do. Only its form is judged here:
 * whether it may be opened, outbound decides. Throws `catalog.bad_link`.
 */
export function parseLink(text: string): URL {
  const given = text.trim();
  const link = /^[\w-]+(?:\.[\w-]+)+\//.test(given) ? `https://${given}` : given;
  if (!URL.canParse(link)) throw badLink('not a URL');
  const url = new URL(link);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw badLink(`scheme ${url.protocol}`);
  // Shopify's product as data: its page says more, and leads there when it does not.
  url.pathname = url.pathname.replace(/(\/products\/[^/]+)\.(?:json|js|oembed)$/, '$1');
  if (shopOf(url).key === jcrew.key) url.protocol = 'https:';
  return url;
}
