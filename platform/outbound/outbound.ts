/** Fetches public web pages politely and safely: see README.md here. */
export interface Outbound {
  /**
   * Reads one page. Never reaches private addresses, on any redirect; bounded in size and time.
   * Throws AppError `catalog.*` (bad_link, link_refused, robots_forbidden, page_refused, page_missing,
   * page_too_large, retailer_unavailable), whose message says what to do next; or what the database throws when it is
   * away, because without it nobody knows whose turn it is.
   */
  readPage: (url: string, signal: AbortSignal) => Promise<OutboundPage>;
  /** Reads one file, such as a picture, with the same care; its bytes as they came. `accept` says which kinds are wanted. Throws as `readPage`. */
  readFile: (url: string, wanted: { accept: string }, signal: AbortSignal) => Promise<OutboundFile>;
  /** The same for a page that was read before; `not_modified` when the shop says that it has not changed since. */
  rereadPage: (url: string, validators: Validators, signal: AbortSignal) => Promise<OutboundPage | 'not_modified'>;
  /**
   * Sends a message to an address that its owner gave: https, never private unless the operator allowed it, no redirects,
   * 15 s. What goes wrong out there is an answer, not an error; throws the signal's reason when that aborts.
   */
  post: (url: string, message: Message, signal: AbortSignal) => Promise<Posted>;
  stop: () => Promise<void>;
}

export interface Message {
  headers: Record<string, string>;
  body: string;
}

/** What came of a message: the status of the answer, or why there was none. */
export type Posted =
  | { status: number; retry_after_s: number | null }
  | { failure: 'timed_out' | 'unreachable' | 'bad_certificate' | 'private_address' | 'bad_address' };

export interface OutboundPage {
  /** After redirects. */
  url: string;
  content_type: string;
  /** Decoded by BOM, header, meta, in this order (the WHATWG rule). */
  text: string;
  /** null: the shop gave none, so the page is read whole the next time. */
  validators: Validators | null;
}

export interface OutboundFile {
  /** After redirects. */
  url: string;
  content_type: string;
  bytes: Buffer;
}

/** What a shop gave to recognise a page by (RFC 9110 §8.8); shown to it again, and to nobody else. */
export interface Validators {
  /** The address that they came from, after redirects; they mean nothing at any other. */
  url: string;
  etag: string | null;
  last_modified: string | null;
}
