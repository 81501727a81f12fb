/** The largest page that Toile reads, in bytes of UTF-8 (see `page_html` in contract/fit.ts). */
export const page_max_bytes = 5_000_000;

export type HandedOver = { kind: 'page'; url: string; html: string } | { kind: 'too_large'; url: string } | { kind: 'ignored' };

/**
 * Reads a message from the tab that opened us. A page may only speak for its own origin:
 * otherwise any site could hand over a forged page of another shop.
 */
export function readHandOver(data: unknown, origin: string): HandedOver {
  if (typeof data !== 'object' || data === null) return { kind: 'ignored' };
  const { type, url, html } = data as Record<string, unknown>;
  if (type !== 'toile:page' || typeof url !== 'string' || typeof html !== 'string' || html === '') return { kind: 'ignored' };
  if (url.length > 2000 || !/^https?:\/\//i.test(url) || !URL.canParse(url) || new URL(url).origin !== origin) return { kind: 'ignored' };
  // Counted in characters first, so that a huge page is not encoded only to be refused.
  if (html.length > page_max_bytes || new TextEncoder().encode(html).length > page_max_bytes) return { kind: 'too_large', url };
  return { kind: 'page', url, html };
}
