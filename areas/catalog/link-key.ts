import { createHash } from 'node:crypto';
import { publicLink } from './public-link.ts';
import { jcrew, shopOf } from './shop.ts';

/** What J.Crew's links need to name one product; everything else tracks people. */
const jcrew_parameters = ['colorProductCode', 'fit'];

/** An index entry in PostgreSQL holds about 2700 bytes; longer keys are hashed. */
const key_max = 500;

/** Gives the name under which a link is remembered: two links with one key lead to the same product. */
export function linkKey(link: URL): string {
  const shop = shopOf(link);
  const is_known = shop.key === jcrew.key;
  // Elsewhere every parameter may matter, except those that tell of people.
  const kept = [...publicLink(link).searchParams].filter(([name]) => !is_known || jcrew_parameters.includes(name));
  const query = new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  const path = link.pathname.replace(/\/+$/, '');
  const key = `${shop.key}${is_known ? productPath(path) : path}${query === '' ? '' : `?${query}`}`;
  return key.length <= key_max ? key : `${shop.key}#${createHash('sha256').update(key).digest('hex')}`;
}

/** Of `/p/mens/…/slug/BE996` only the code names the product; the words before it change with the season. */
const productPath = (path: string): string => {
  const code = /\/([A-Z0-9]{4,8})$/i.exec(path)?.[1];
  return code === undefined ? path : `/${code.toUpperCase()}`;
};
