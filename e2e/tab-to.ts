import { expect, type Locator, type Page } from '@playwright/test';

/** No page has this many stops before anything a shopper wants. */
const stops_max = 80;

/** Presses Tab until the wanted control has the focus, as somebody does who cannot point. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < stops_max; stop += 1) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted, `within ${stops_max} stops`).toBeFocused();
}

const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element: { ownerDocument: { activeElement: unknown } }) => element.ownerDocument.activeElement === element);
