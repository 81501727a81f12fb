import { badLink } from './outbound-errors.ts';

/** As long as the contract takes; shops' links stay far below. */
const link_max = 2000;

/**
 * Reads what somebody gave as a link. http(s) only, no name or password in it, the default port only.
 * `allowed` (tests) lists `host:port` pairs that may have another port. Throws `catalog.bad_link`.
 */
export function readLink(text: string, allowed: ReadonlySet<string> = new Set()): URL {
  const link = text.trim();
  if (link.length > link_max) throw badLink(`a link of ${link.length} characters`);
  if (!URL.canParse(link)) throw badLink('not a URL');
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw badLink(`scheme ${url.protocol}`);
  if (url.username !== '' || url.password !== '') throw badLink('credentials in the link');
  if (url.port !== '' && !allowed.has(url.host)) throw badLink(`port ${url.port}`);
  url.hash = '';
  return url;
}
