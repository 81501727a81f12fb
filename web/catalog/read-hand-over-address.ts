import { safeLink } from './read-link.ts';

/** What the bookmark says in the address it opens: where it was pressed, and what became of the page. */
export interface HandOverAddress {
  link?: string;
  is_copied: boolean;
  is_too_large: boolean;
}

/** Reads the part of the address after `#`. It may come from anybody: a link is only ever offered, never followed unasked. */
export function readHandOverAddress(hash: string): HandOverAddress {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const link = safeLink(said.get('link') ?? '');
  return {
    ...(link && link.length <= link_max ? { link } : {}),
    is_copied: said.get('is_copied') === '1',
    is_too_large: said.get('is_too_large') === '1',
  };
}

/** As long as the API takes one (contract/fit.ts), in characters. */
const link_max = 2000;
