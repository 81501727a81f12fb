import type { Config } from '#platform/config/config.ts';

/**
 * Only our own files run. Pictures may come from any https shop, because products are shown as the shop shows them;
 * inline styles are allowed because React writes sizes of drawings into `style`. Nothing upgrades to https here:
 * plain http on localhost and inside a private network must keep working.
 */
export const content_security_policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  // blob: what somebody is about to hand in is shown before it is sent.
  "img-src 'self' data: blob: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The headers of every answer, made once: they never differ between requests, and a library that
 * builds them for each cost a third of a cached read. No Cross-Origin-Opener-Policy: the bookmarklet's window
 * must be able to answer the shop's page that opened it.
 */
export function securityHeaders(
  { ENVIRONMENT }: Pick<Config, 'ENVIRONMENT'>,
  kind: 'page' | 'data' = 'page',
): Readonly<Record<string, string>> {
  return {
    // An answer of the API is data: should a browser ever show it as a page, that page may do nothing.
    'content-security-policy': kind === 'page' ? content_security_policy : "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    ...(kind === 'page' ? { 'referrer-policy': 'no-referrer' } : {}),
    'cross-origin-resource-policy': 'same-origin',
    ...(ENVIRONMENT === 'production' ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
