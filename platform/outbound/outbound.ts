/** Fetches public web pages politely and safely: see README.md here. */
export interface Outbound {
  /**
   * Reads one page. Never reaches private addresses, on any redirect; bounded in size and time.
   * Throws AppError `catalog.*` (bad_link, link_refused, robots_forbidden, page_refused, page_missing,
   * page_too_large, retailer_unavailable), whose message says what to do next.
   */
  readPage: (url: string, signal: AbortSignal) => Promise<OutboundPage>;
  stop: () => Promise<void>;
}

export interface OutboundPage {
  /** After redirects. */
  url: string;
  content_type: string;
  /** Decoded by BOM, header, meta, in this order (the WHATWG rule). */
  text: string;
}
