import type { Page } from '@playwright/test';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { expectAdvice } from './expect-advice.ts';
import { expect, test } from './journey.ts';

const name = 'Test oxford shirt';
const source = (page: Page) => page.getByRole('textbox', { name: 'The page’s source' });
const send = (page: Page) => page.getByRole('button', { name: 'Read this page' });
const file = (text: string, named: string) => ({ name: named, mimeType: 'text/html', buffer: Buffer.from(text) });

async function chooseFile(page: Page, chosen: ReturnType<typeof file>): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a saved page instead' }).press('Enter');
  await (await choosing).setFiles(chosen);
}

/** Pastes as a shopper does, from the clipboard. */
async function pasteText(page: Page, text: string): Promise<void> {
  // Megabytes are nobody's first act; before the app is there the browser alone would lay them out.
  await expect(page.locator('html[data-awake]')).toBeAttached();
  await page.evaluate(`{
    const fill = (event) => { event.clipboardData.setData('text/plain', ${JSON.stringify(text)}); event.preventDefault(); };
    document.addEventListener('copy', fill, { once: true });
    document.execCommand('copy');
  }`);
  await source(page).focus();
  await page.keyboard.press('Control+V');
}

test('a link pasted into the box for the source is read as a link', async ({ page }) => {
  await page.goto('/');
  await source(page).fill('Look: http://127.0.0.1/p/1');
  const asked = page.waitForRequest((request) => request.url().endsWith('/v1/tryon/start'));
  await send(page).click();
  expect((await asked).postDataJSON()).toMatchObject({ product_url: 'http://127.0.0.1/p/1' });
  await expect(page.getByRole('alert')).toBeVisible();
});

test('4.9 MB in one line do not stop the tab, can be taken out, and are read', async ({ page }) => {
  const html = sampleProductPage()
    .replaceAll('\n', ' ')
    .replace('</body>', `<p>${'x'.repeat(4_900_000)}</p></body>`);
  await page.goto('/');
  await pasteText(page, html);
  await expect(page.getByText('4.9 MB of source, too long to show here.')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(source(page)).toHaveValue('');
  await pasteText(page, html);
  await send(page).click();
  await expectAdvice(page, name);
});

test('a saved page is chosen with the keyboard, or dropped', async ({ page }) => {
  const large = sampleProductPage().replace('</body>', `<!--${'x'.repeat(200_000)}--></body>`);
  await page.goto('/');
  await chooseFile(page, file(large, 'shirt.html'));
  await expect(page.getByText('shirt.html, 0.2 MB')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  const dropped = await page.evaluateHandle(`{
    const dropped = new DataTransfer();
    dropped.items.add(new File([${JSON.stringify(sampleProductPage())}], 'dropped.html', { type: 'text/html' }));
    dropped;
  }`);
  await source(page).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(source(page)).toHaveValue(/Test oxford shirt/);
  await send(page).click();
  await expectAdvice(page, name);
});

test('a web archive is named, and says how to save the page instead', async ({ page }) => {
  await page.goto('/');
  await chooseFile(page, file('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n<html></html>', 'shirt.mhtml'));
  await send(page).click();
  await expect(source(page)).toHaveAccessibleDescription(/Save the page again as “Webpage, HTML only”/);
});
