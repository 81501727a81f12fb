import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** IPv6 that is routed on the internet today; everything else is local, mapped, reserved or not given out. */
const global_unicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Tells whether an IP address is public unicast. False for private, loopback, link-local, carrier-grade NAT, multicast,
 * benchmark, documentation and reserved ranges, for IPv6 that carries an IPv4 address in any way (mapped, NAT64, 6to4,
 * Teredo: the inner one could be private), for zones (`%eth0`), and for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  // ipaddr.js alone would take `8.8.8` and `0x8.8` for addresses.
  if (!isIP(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  return parsed.range() === 'unicast' && parsed.match(global_unicast);
}
