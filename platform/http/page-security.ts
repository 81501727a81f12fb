import { createHash } from 'node:crypto';
import { content_security_policy } from './security-headers.ts';

/**
 * Writes the policy of one page that we rendered: beside our own files, exactly the scripts that the renderer names as its own
 * may run, each by its hash. What else stands in the page is never looked at. See docs/decisions/021-scripts-named-by-the-renderer.md.
 */
export function pagePolicy(scripts: readonly string[]): string {
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return content_security_policy.replace("script-src 'self'", ["script-src 'self'", ...new Set(hashes)].join(' '));
}
