import { pressBookmark, readBookmark } from './bookmark.ts';
import { expect, test } from './journey.ts';
import { readSavedPage, savedPages } from './saved-pages.ts';
import { openShop } from './shop.ts';

const pages = savedPages('jcrew');

test('real J.Crew pages were given', () => {
  test.skip(pages.length === 0, 'data/saved-pages holds no jcrew*.html or jcrew*.html.gz');
});

for (const { file, path } of pages) {
  test(`the bookmark sizes a saved page of J.Crew: ${file}`, async ({ page, context }, info) => {
    const saved = readSavedPage(path);
    const code = await readBookmark(page);
    await openShop(context, saved);
    await page.goto(saved.url, { waitUntil: 'domcontentloaded' });
    const toile = await pressBookmark(page, code);
    await expect(toile).toHaveURL(/\/fitting\/[\w-]+$/);
    await expect(toile.getByText('J.Crew', { exact: true }).filter({ visible: true }).first()).toBeVisible();
    const title = toile.getByRole('heading', { level: 1, name: /(We know nothing about you yet|We can’t size this one yet)\.$/ });
    await expect(title).toBeVisible();
    info.annotations.push({ type: 'answer', description: await title.innerText() });
  });
}
