import type { Fitting } from '#contract/fit.ts';
import { pressBookmark, readBookmark } from './bookmark.ts';
import { expectAdvice } from './expect-advice.ts';
import { expect, test } from './journey.ts';
import { readSavedPage, savedPages } from './saved-pages.ts';
import { openShop } from './shop.ts';
import { keeps_the_line, needs_the_form } from './shop-policies.ts';

/** The headers in the manner of each shop, and the harshest that leave a road without pasting. */
const shops = {
  jcrew: keeps_the_line['upgraded requests']!,
  lululemon: keeps_the_line['a strict policy']!,
  reiss: keeps_the_line['a long list of scripts']!,
  theory: keeps_the_line['no policy']!,
};
const harsh = needs_the_form['nothing allowed, tabs cut apart']!;
/** Saved lists of products, not one product. */
const is_list = /_plp|_shirts/;

for (const [shop, own] of Object.entries(shops)) {
  const pages = savedPages(shop);
  test(`real pages of ${shop} were given`, () => {
    test.skip(pages.length === 0, `data/saved-pages holds no ${shop}*.html or ${shop}*.html.gz`);
  });
  for (const { file, path } of pages) {
    for (const [manner, headers] of Object.entries({ 'as the shop sends it': own, 'under the harshest policy': harsh })) {
      test(`the bookmark hands over ${file}, ${manner}`, async ({ page, context }, info) => {
        const saved = readSavedPage(path);
        const code = await readBookmark(page);
        await openShop(context, { ...saved, headers });
        await page.goto(saved.url, { waitUntil: 'domcontentloaded' });
        const started = context.waitForEvent(
          'response',
          (response) => response.url().endsWith('/v1/tryon/start') && response.status() !== 401,
        );
        const toile = await pressBookmark(page, code);
        const answer = await started;
        info.annotations.push({ type: 'answer', description: await answer.text() });
        if (is_list.test(file)) return expect(toile.getByRole('alert')).toContainText('Open the product itself');
        expect(answer.status()).toBe(201);
        const { product_name } = (await answer.json()) as Fitting;
        expect(saved.html.replaceAll('&amp;', '&')).toContain(product_name);
        return expectAdvice(toile, product_name);
      });
    }
  }
}
