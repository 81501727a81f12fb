import { chromium } from '@playwright/test';
import { findViolations } from '../../e2e/find-violations.ts';
import { page_states } from '../../e2e/page-states.ts';
import type { Helper } from '../../e2e/states/page-state.ts';

const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'];
const screens = [
  { name: 'phone', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { name: 'desktop', viewport: { width: 1440, height: 900 } },
] as const;

/** Counts what axe finds on every page in each of its states, on a phone and on a desk, in the light, in the dark and with colours forced. */
export async function countAxeViolations(url: string, helper: Helper): Promise<number> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
  let count = 0;
  for (const { name: screen, ...options } of screens) {
    for (const { name, open } of page_states) {
      const context = await browser.newContext({ ...options, baseURL: url, locale: 'en-GB', serviceWorkers: 'block' });
      const page = await context.newPage();
      try {
        await open(page, helper);
        await page.getByRole('heading', { level: 1 }).waitFor();
      } catch (cause) {
        throw new Error(`${name}, ${screen}: this state of the page was not reached`, { cause });
      }
      const violations = await findViolations(page);
      for (const violation of violations) console.log(`  axe: ${name}, ${screen}: ${violation.slice(0, 240)}`);
      count += violations.length;
      await context.close();
    }
  }
  await browser.close();
  return count;
}
