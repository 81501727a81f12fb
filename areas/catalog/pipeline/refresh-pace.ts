import type { ErrorCode } from '#contract/error-codes.ts';

const day_s = 86_400;
/** Shops bring things back for the season; somebody who opens the link asks at once anyway. */
const gone_s = 30 * day_s;
const refused_max_s = 30 * day_s;

/**
 * Tells how long a product is left alone after its page could not be read again. `refusals` counts those before this one.
 * null: the shop was away, or we were at fault, which says nothing about the page; the breaker of the host keeps us off.
 */
export function postponeFor(code: ErrorCode, refusals: number): number | null {
  if (code === 'catalog.retailer_unavailable' || !code.startsWith('catalog.')) return null;
  if (code === 'catalog.page_missing') return gone_s;
  return Math.min(refused_max_s, day_s * 2 ** refusals);
}
