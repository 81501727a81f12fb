import { isIP } from 'node:net';
import { badLink } from './outbound-errors.ts';
import { readLink } from './read-link.ts';

/**
 * Reads an address to which messages may be sent: https on its own port, a host with a name. `allowed` lists `host` or
 * `host:port` of the operator's own network, which may be anything. Throws `catalog.bad_link`.
 */
export function readPostAddress(text: string, allowed: ReadonlySet<string>): URL {
  const url = readLink(text, allowed);
  if (allowed.has(url.host)) return url;
  if (url.protocol !== 'https:') throw badLink('messages are sent over https only');
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) throw badLink(`${url.hostname} is an address, not a name`);
  return url;
}
