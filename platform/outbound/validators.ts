import type { Validators } from './outbound.ts';

/** Real ones stay far below; what is longer is not worth keeping. */
const etag_max = 300;
/** An opaque tag in quotes, of visible ASCII (RFC 9110 §8.8.3), so that it can be sent back as it came. */
const etag_form = /^(?:W\/)?"[\u0021\u0023-\u007e]*"$/;
const date_form = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Takes the validators from an answer; null when it has none that may be sent back. */
export function takeValidators(url: URL, headers: Record<string, string>): Validators | null {
  const etag = headers['etag'] ?? '';
  const date = headers['last-modified'] ?? '';
  const taken = {
    url: url.href,
    etag: etag.length <= etag_max && etag_form.test(etag) ? etag : null,
    last_modified: date_form.test(date) ? date : null,
  };
  return taken.etag === null && taken.last_modified === null ? null : taken;
}

/** Gives the headers that ask whether a page has changed; none at any address but the validators' own. */
export function conditionsFor(url: URL, validators: Validators | null): Record<string, string> {
  if (validators === null || validators.url !== url.href) return {};
  const { etag, last_modified } = validators;
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(last_modified === null ? {} : { 'if-modified-since': last_modified }),
  };
}
