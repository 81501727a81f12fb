import type { BrowserContext } from '@playwright/test';

/** As strict as shops are: only its own scripts and connections, and no page of it in a frame. */
const strict = {
  'content-security-policy': "default-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
};

interface ShopPage {
  url: string;
  html: string;
  /** What this shop sends beside the page; without it, a strict policy. */
  headers?: Record<string, string>;
}

/**
 * Shows this page at its address in the shop, and nothing else of that shop. The browser believes in the shop's name,
 * which counts: a page may only be handed over by the shop it claims to be from.
 */
export async function openShop(context: BrowserContext, { url, html, headers = strict }: ShopPage): Promise<void> {
  const sent = { 'content-type': 'text/html; charset=utf-8', ...headers };
  await context.route(`${new URL(url).origin}/**`, async (route) => {
    if (route.request().url() === url) await route.fulfill({ status: 200, headers: sent, body: html });
    else await route.fulfill({ status: 404, headers: sent, body: '' });
  });
}
