import { sampleProductPage, sampleProductUrl } from '#platform/testing/sample-product-page.ts';
import { lookAround, pressBookmark, pressFocused, readBookmark } from './bookmark.ts';
import { expect, test } from './journey.ts';
import { openShop } from './shop.ts';
import { hides_the_line, keeps_the_line, needs_the_clipboard, needs_the_form } from './shop-policies.ts';
import { expectAdvice } from './expect-advice.ts';

const garment = { url: sampleProductUrl(), html: sampleProductPage() };

for (const [what, headers] of Object.entries({ ...keeps_the_line, ...needs_the_form })) {
  test(`a shop with ${what}: one press leads to the advice, and nothing stays on its page`, async ({ page, context }) => {
    const code = await readBookmark(page);
    await openShop(context, { ...garment, headers });
    await page.goto(garment.url);
    const before = await lookAround(page);
    const posts: string[] = [];
    context.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/hand-over')) posts.push(request.url());
    });
    const toile = await pressBookmark(page, code);
    await expectAdvice(toile, 'Test oxford shirt');
    expect(posts, 'the road it took').toHaveLength(what in needs_the_form ? 1 : 0);
    expect(await lookAround(page)).toEqual(before);
  });
}

for (const [what, headers] of Object.entries(needs_the_clipboard)) {
  test(`a shop with ${what}: a button copies the page, and Toile asks to paste it`, async ({ page, context }) => {
    const code = await readBookmark(page);
    await openShop(context, { ...garment, headers });
    await page.goto(garment.url);
    const before = await lookAround(page);
    const toile = await pressBookmark(page, code);
    await pressFocused(toile, 'Copy the page and open Toile');
    await expect(toile.getByRole('heading', { level: 1, name: 'The page is copied.' })).toBeVisible();
    const box = toile.getByRole('textbox', { name: 'The page’s source' });
    await expect(box).toBeFocused();
    await expect(toile.getByRole('textbox', { name: 'Its link' })).toHaveValue(garment.url);
    await toile.keyboard.press('Control+V');
    await toile.getByRole('button', { name: 'Read this page' }).click();
    await expectAdvice(toile, 'Test oxford shirt');
    // The line is cut, so the shop's page still waits for an answer, for a minute at most; nothing else is there.
    expect({ ...(await lookAround(page)), listeners: [] }).toEqual({ ...before, listeners: [] });
  });
}

test('a shop that hides its policy but keeps the line: the button is enough, nothing is pasted', async ({ page, context }) => {
  const code = await readBookmark(page);
  await openShop(context, { ...garment, headers: hides_the_line });
  await page.goto(garment.url);
  const toile = await pressBookmark(page, code);
  await pressFocused(toile, 'Copy the page and open Toile');
  await expectAdvice(toile, 'Test oxford shirt');
});
