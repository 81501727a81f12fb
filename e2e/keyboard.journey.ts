import type { Locator, Page } from '@playwright/test';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { expect, test } from './journey.ts';
import { tabTo } from './tab-to.ts';

test('a size, and feedback on it, without a pointer', async ({ page, isMobile }) => {
  test.skip(isMobile, 'phones have no Tab key');
  await page.goto('/');
  await test.step('the first stop skips to the content', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
  });
  await test.step('a page’s source', async () => {
    await tabTo(page, page.getByRole('textbox', { name: 'The page’s source' }));
    await page.keyboard.insertText(sampleProductPage());
    await tabTo(page, page.getByRole('button', { name: 'Read this page' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /We know nothing about you yet\.$/ })).toBeVisible();
  });
  await test.step('a garment that fits', async () => {
    await tabTo(page, page.getByLabel('Brand'));
    await page.keyboard.type('J.Crew');
    await choose(page, page.getByRole('group', { name: 'Size on its label' }), 'M');
    await tabTo(page, page.getByRole('button', { name: 'Show my size' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Take the M\./ })).toBeFocused();
  });
  await test.step('another size in the gauge', async () => {
    await tabTo(page, page.getByRole('radio', { name: 'Show size M', exact: true }));
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Show size L', exact: true })).toBeChecked();
  });
  await test.step('feedback', async () => {
    await tabTo(page, page.getByRole('link', { name: 'I tried it on' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'How does the M fit?' })).toBeVisible();
    await choose(page, page.getByRole('group', { name: 'Overall' }), 'too small');
    await choose(page, page.getByRole('group', { name: 'Would you keep it?' }), 'Send it back');
    await tabTo(page, page.getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Saved\. The advice was M; now it is \w+\./)).toBeVisible();
  });
});

/** A group of radios is one stop; arrows move within it, and Space takes the one that has the focus. */
async function choose(page: Page, group: Locator, name: string): Promise<void> {
  await tabTo(page, group.getByRole('radio').first());
  await page.keyboard.press('Space');
  const wanted = group.getByRole('radio', { name, exact: true });
  for (let stop = 0; stop < 10 && !(await wanted.isChecked()); stop += 1) await page.keyboard.press('ArrowRight');
  await expect(wanted).toBeChecked();
}
