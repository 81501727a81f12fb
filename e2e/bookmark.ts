import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

/** Reads the bookmark's code where shoppers get it: from the link that they drag off the first page. */
export async function readBookmark(page: Page): Promise<string> {
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Size it with Toile' });
  await expect(link).toHaveAttribute('href', /^javascript:/);
  return decodeURIComponent((await link.getAttribute('href'))!.slice('javascript:'.length));
}

/**
 * Presses the bookmark on a shop's page. Like a real bookmark it is above the page's own policy, and counts as the shopper's
 * own press; no script of Playwright's runs with it, which a shop's replaced functions could break.
 */
export async function runBookmark(page: Page, code: string): Promise<void> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Runtime.evaluate', { expression: code, userGesture: true });
  await inspector.detach();
}

/** Presses the bookmark and returns the tab that it opens. */
export async function pressBookmark(page: Page, code: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await runBookmark(page, code);
  return opened;
}

/**
 * Presses Enter on the button that has the focus in a tab where a form was refused. After that Playwright believes that the tab
 * is on its way elsewhere, and its locators wait for ever: so the browser itself is asked.
 */
export async function pressFocused(tab: Page, name: string): Promise<void> {
  const inspector = await tab.context().newCDPSession(tab);
  const readFocused = async () =>
    (await inspector.send('Runtime.evaluate', { expression: 'document.activeElement.textContent' })).result.value as string;
  await expect.poll(readFocused).toBe(name);
  await inspector.detach();
  await tab.keyboard.press('Enter');
}

/** What a script could leave behind in a page: elements, names, listeners, stored values. */
export async function lookAround(page: Page): Promise<object> {
  const inspector = await page.context().newCDPSession(page);
  const { result } = await inspector.send('Runtime.evaluate', { expression: 'window' });
  const { listeners } = await inspector.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
  await inspector.detach();
  return {
    html: await page.content(),
    names: await page.evaluate<string[]>('Object.getOwnPropertyNames(window)'),
    listeners: listeners.map(({ type }) => type),
    stored: await page.evaluate<number>('localStorage.length + sessionStorage.length'),
  };
}
