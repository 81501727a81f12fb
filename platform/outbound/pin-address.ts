import { isIP } from 'node:net';
import { badLink, linkRefused, unavailable } from './outbound-errors.ts';
import { isPublicAddress } from './public-address.ts';

/** Gives every address of a host name; throws an error with `code` ENOTFOUND where there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** The one address a connection may go to. */
export interface PinnedAddress {
  address: string;
  family: 4 | 6;
}

/**
 * Resolves a link's host once and checks ALL its addresses, so that no luck of the draw decides.
 * The connection must then be pinned to the returned address: a name that resolves otherwise a moment later changes nothing.
 * Throws `catalog.link_refused` for private addresses, `catalog.bad_link` where the name does not exist,
 * `catalog.retailer_unavailable` where it cannot be resolved now.
 */
export async function pinAddress(
  url: URL,
  { resolve, allowed }: { resolve: Resolve; allowed: ReadonlySet<string> },
): Promise<PinnedAddress> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolveName(host, resolve);
  const [address] = addresses;
  if (address === undefined) throw badLink(`${host} has no address`);
  const hidden = addresses.find((one) => !isPublicAddress(one));
  if (hidden !== undefined && !allowed.has(url.host)) throw linkRefused(`${host} is at ${hidden}`);
  return { address, family: isIP(address) === 6 ? 6 : 4 };
}

async function resolveName(host: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTFOUND') throw badLink(`there is no host ${host}`);
    throw unavailable(host, { detail: 'the name could not be resolved', cause: error });
  }
}
