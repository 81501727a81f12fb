import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import type { Shopper } from './shopper.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'];

/** Counts what axe finds on the measured pages, on a phone and on a desk, in the light and in the dark. */
export async function countAxeViolations(url: string, { cookie, product_path, advice_path }: Shopper): Promise<number> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
  let count = 0;
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1440]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, extraHTTPHeaders: { cookie } });
      for (const path of ['/', '/shop', product_path, advice_path, '/profile', '/privacy', '/sign-in', '/nowhere']) {
        const page = await context.newPage();
        await page.goto(url + path, { waitUntil: 'networkidle' });
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        for (const { id, nodes } of violations)
          console.log(`  axe: ${path} ${colorScheme} ${width}: ${id}: ${nodes[0]?.html.slice(0, 160)}`);
        count += violations.length;
        await page.close();
      }
      await context.close();
    }
  }
  await browser.close();
  return count;
}
