/** The largest page that Toile reads, in bytes of UTF-8 (see `page_html` in contract/fit.ts). */
export const page_max_bytes = 5_000_000;

export type HandedOver =
  | { kind: 'page'; url: string; html: string }
  /** Sent by somebody who may or may not be that shop: the shopper is asked first. */
  | { kind: 'unsigned'; url: string; html: string }
  | { kind: 'too_large'; url?: string }
  | { kind: 'too_often' }
  | { kind: 'ignored' };

/**
 * Reads a message from the tab that opened us. A page may only speak for its own origin:
 * otherwise any site could hand over a forged page of another shop.
 */
export function readHandOver(data: unknown, origin: string): HandedOver {
  if (typeof data !== 'object' || data === null) return { kind: 'ignored' };
  const { type, url, html } = data as Record<string, unknown>;
  if (type !== 'toile:page' || !isPageOf(url, origin)) return { kind: 'ignored' };
  return readPage(url, html);
}

/** Reads what a shop's page sent as a form, from the page that our server answered it with (platform/http/posted-page.ts). */
export function readPosted(text: string | null | undefined): HandedOver {
  if (!text) return { kind: 'ignored' };
  const { url, html, origin, trouble } = JSON.parse(text) as Record<string, unknown>;
  if (trouble === 'too_large' || trouble === 'too_often') return { kind: trouble };
  if (!isPageOf(url, null)) return { kind: 'ignored' };
  const read = readPage(url, html);
  return read.kind === 'page' && !isPageOf(url, String(origin)) ? { ...read, kind: 'unsigned' } : read;
}

function readPage(url: string, html: unknown): HandedOver {
  if (typeof html !== 'string' || html === '') return { kind: 'ignored' };
  // Counted in characters first, so that a huge page is not encoded only to be refused.
  if (html.length > page_max_bytes || new TextEncoder().encode(html).length > page_max_bytes) return { kind: 'too_large', url };
  return { kind: 'page', url, html };
}

/** `origin` null: of any. */
function isPageOf(url: unknown, origin: string | null): url is string {
  if (typeof url !== 'string' || url.length > 2000 || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
  return origin === null || new URL(url).origin === origin;
}
