import { badLink } from './outbound-errors.ts';
import { readLink } from './read-link.ts';

/** As many as RFC 9309 asks for robots.txt, and browsers' users ever meet. */
export const redirects_max = 5;

/** Reads where an answer sends us on to, checked like a link; null when it is no redirect. Throws `catalog.bad_link`. */
export function nextAddress(
  from: URL,
  answer: { status: number; headers: Record<string, string> },
  allowed: ReadonlySet<string>,
): URL | null {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null;
  const location = answer.headers['location'];
  if (!location || !URL.canParse(location, from.href)) throw badLink('a redirect to nowhere');
  return readLink(new URL(location, from).href, allowed);
}
