import { readdirSync } from 'node:fs';
import { askApi } from './ask-api.ts';
import { findViolations } from './find-violations.ts';
import { grantRole } from './grant-role.ts';
import { expect, test } from './journey.ts';
import { keepModels } from './keep-models.ts';
import { page_states } from './page-states.ts';

test.use({ more_settings: { DEMO: 'true' } });

/** The narrowest phone that is promised, in px. */
const narrow_px = 360;
/** A desk's screen, in px. */
const wide = { width: 1440, height: 900 };

test.beforeAll(async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL! });
  await expect
    .poll(async () => (await askApi(page, 'GET /v1/products', { query: { limit: 1 } })).total, { timeout: 60_000 })
    .toBeGreaterThan(25);
  await page.close();
});

/** Shows each component several times on one page; design.journey.ts looks at it in its own way. */
const walked_elsewhere = ['design'];

test('every page of the app is among those that are looked at', () => {
  const routes = readdirSync(new URL('../web/routes', import.meta.url)).map((file) => file.replace(/\.tsx$/, ''));
  const walked = new Set([...page_states.map(({ route }) => route), ...walked_elsewhere]);
  expect(routes.filter((route) => !walked.has(route))).toEqual([]);
});

for (const { name, open } of page_states) {
  test(`${name}: WCAG 2.2 AA holds on a phone and a desk, and nothing reaches over the edge at ${narrow_px} px`, async ({
    page,
    server,
  }) => {
    await open(page, { grantOperator: (email) => grantRole(server, email, 'operator'), keepModels: () => keepModels(server) });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize(wide);
    expect(await findViolations(page, { is_light_enough: true })).toEqual([]);
    await page.setViewportSize({ width: narrow_px, height: 740 });
    await expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth')).toBe(narrow_px);
  });
}
