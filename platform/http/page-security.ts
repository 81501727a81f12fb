import { createHash } from 'node:crypto';
import { content_security_policy } from './security-headers.ts';

/** Scripts that a page brings with itself; data in script elements is not run and needs no leave. */
const inline_script = /<script(?![^>]*\ssrc=)(?![^>]*\stype="application\/)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Writes the policy of one page that we rendered: beside our own files, exactly the scripts in it may run, each named by its
 * hash. A nonce would do as well, but not where one page is shown to many.
 */
export function pagePolicy(html: string): string {
  const hashes = [...html.matchAll(inline_script)].map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`);
  return content_security_policy.replace("script-src 'self'", ["script-src 'self'", ...new Set(hashes)].join(' '));
}
