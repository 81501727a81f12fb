import type { PageFacts } from '../page/page-facts.ts';
import { field, fieldAt, parseJson, parseJsonAt } from '../page/parse-json.ts';
import type { RawPart } from './raw-product.ts';
import { readShopifyProduct } from './shopify-product.ts';

/**
 * Reads the product that a Shopify theme embeds in its page: as JSON of its own, else as the shop's statistics carry it in
 * a program (`var meta = {"product": …}`). null where there is none.
 */
export function extractShopify({ json, programs, html }: Pick<PageFacts, 'json' | 'programs' | 'html'>, link: URL): RawPart | null {
  if (!html.includes('Shopify') && !html.includes('shopify'))
    return readEmbedded(json, { variant: link.searchParams.get('variant'), currency: null });
  const wish = { variant: link.searchParams.get('variant'), currency: currencyOf(programs) };
  return readEmbedded(json, wish) ?? readStatistics(programs, wish);
}

interface Wish {
  /** Id of the variant that the link asks for. */
  variant: string | null;
  currency: string | null;
}

function readEmbedded(json: readonly string[], wish: Wish): RawPart | null {
  for (const text of json) {
    if (!text.includes('"variants"')) continue;
    const found = readShopifyProduct(parseJson(text), { is_minor: true, ...wish });
    if (found) return found;
  }
  return null;
}

/** `var meta = {"product":{…,"variants":[{"id":1,"price":9800,"public_title":"M / Navy"}]}}`. It names no options: the titles' parts are told apart by what they look like. */
function readStatistics(programs: readonly string[], wish: Wish): RawPart | null {
  for (const text of programs) {
    const at = text.search(/\bvar meta\s*=\s*\{"product"/);
    if (at < 0) continue;
    const product = field(parseJsonAt(text, at), 'product');
    const found = readShopifyProduct(product, { is_minor: true, ...wish });
    // Its name is only told with the variant behind it.
    if (found) return { ...found, product_name: '' };
  }
  return null;
}

/** `Shopify.currency = {"active":"USD","rate":"1.0"}`. */
function currencyOf(programs: readonly string[]): string | null {
  for (const text of programs) {
    const at = text.search(/Shopify\.currency\s*=/);
    const active = at < 0 ? undefined : fieldAt(parseJsonAt(text, at), 'active');
    if (typeof active === 'string') return active;
  }
  return null;
}
