/** Fetches public web pages politely and safely: see README.md here. */
export interface Outbound {
  /**
   * Reads one page. Never reaches private addresses, on any redirect; bounded in size and time.
   * Throws AppError `catalog.*` (bad_link, link_refused, robots_forbidden, page_refused, page_missing,
   * page_too_large, retailer_unavailable), whose message says what to do next; or what the database throws when it is
   * away, because without it nobody knows whose turn it is.
   */
  readPage: (url: string, signal: AbortSignal) => Promise<OutboundPage>;
  /** The same for a page that was read before; `not_modified` when the shop says that it has not changed since. */
  rereadPage: (url: string, validators: Validators, signal: AbortSignal) => Promise<OutboundPage | 'not_modified'>;
  stop: () => Promise<void>;
}

export interface OutboundPage {
  /** After redirects. */
  url: string;
  content_type: string;
  /** Decoded by BOM, header, meta, in this order (the WHATWG rule). */
  text: string;
  /** null: the shop gave none, so the page is read whole the next time. */
  validators: Validators | null;
}

/** What a shop gave to recognise a page by (RFC 9110 §8.8); shown to it again, and to nobody else. */
export interface Validators {
  /** The address that they came from, after redirects; they mean nothing at any other. */
  url: string;
  etag: string | null;
  last_modified: string | null;
}
