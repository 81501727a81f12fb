import { isIP } from 'node:net';
import { badLink } from './outbound-errors.ts';
import { isPublicAddress } from './public-address.ts';

/** As long as the contract takes; shops' links stay far below. */
const link_max = 2000;

/**
 * Reads what somebody gave as a link. http(s) only, no name or password in it, the default port only, a host with a name.
 * `allowed` (tests) lists `host:port` pairs that may have another port. Throws `catalog.bad_link`.
 */
export function readLink(text: string, allowed: ReadonlySet<string> = new Set()): URL {
  const link = text.trim();
  if (link.length > link_max) throw badLink(`a link of ${link.length} characters`);
  if (!URL.canParse(link)) throw badLink('not a URL');
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw badLink(`scheme ${url.protocol}`);
  if (url.username !== '' || url.password !== '') throw badLink('credentials in the link');
  // To DNS the dot of the root changes nothing; to us it would be another host, with turns and a breaker of its own.
  url.hostname = url.hostname.replace(/\.+$/, '');
  if (url.hostname.endsWith('.')) throw badLink('a host without a name');
  if (url.port !== '' && !allowed.has(url.host)) throw badLink(`port ${url.port}`);
  if (isShopByNumber(url) && !allowed.has(url.host)) throw badLink(`${url.hostname} is an address, not the name of a shop`);
  url.hash = '';
  return url;
}

/**
 * A shop has a name; by its number it would be visited beside the turns that its name has. Private numbers are left to
 * pinAddress, which calls them what they are.
 */
const isShopByNumber = ({ hostname }: URL): boolean => {
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) !== 0 && isPublicAddress(address);
};
