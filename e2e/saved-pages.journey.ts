import { pressBookmark, readBookmark } from './bookmark.ts';
import { environment } from './environment.ts';
import { expect, test } from './journey.ts';
import { savedPages } from './saved-pages.ts';
import { openShop } from './shop.ts';

const pages = savedPages(environment.pages_dir(), 'jcrew');

test('real J.Crew pages were given', () => {
  test.skip(pages.length === 0, 'TOILE_PAGES_DIR names no folder with saved pages jcrew*.html or jcrew*.html.gz');
});

for (const { file, html } of pages) {
  test(`the bookmark sizes a saved page of J.Crew: ${file}`, async ({ page }) => {
    const shop = await openShop({ '/garment': html() });
    try {
      const code = await readBookmark(page);
      await page.goto(`${shop.origin}/garment`, { waitUntil: 'domcontentloaded' });
      const toile = await pressBookmark(page, code);
      await expect(toile).toHaveURL(/\/fitting\/[\w-]+$/);
      await expect(toile.getByText('J.Crew', { exact: true }).filter({ visible: true }).first()).toBeVisible();
      await expect(toile.getByRole('heading', { level: 1, name: /^(\S.*\. We know nothing about you yet|We can’t size this one yet)\.$/ })).toBeVisible();
    } finally {
      await shop.close();
    }
  });
}
