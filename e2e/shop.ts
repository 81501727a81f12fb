import type { BrowserContext } from '@playwright/test';

/** As strict as shops are: only its own scripts and connections, and no page of it in a frame. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
};

/**
 * Shows this page at its address in the shop, and nothing else of that shop. The browser believes in the shop's name,
 * which counts: a page may only be handed over by the shop it claims to be from.
 */
export async function openShop(context: BrowserContext, { url, html }: { url: string; html: string }): Promise<void> {
  await context.route(`${new URL(url).origin}/**`, async (route) => {
    if (route.request().url() === url) await route.fulfill({ status: 200, headers, body: html });
    else await route.fulfill({ status: 404, headers, body: '' });
  });
}
