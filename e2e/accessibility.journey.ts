import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { beginFitting } from './begin-fitting.ts';
import { expect, test } from './journey.ts';
import { ownShirt } from './own-garment.ts';
import { addShirt, openProfile } from './profile-steps.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The narrowest phone that is promised, in px. */
const narrow_px = 360;

const shop_link = encodeURIComponent('https://shop.example/p/1');

/** Every kind of page, and how a shopper comes to it. */
const pages: { name: string; open: (page: Page) => Promise<unknown> }[] = [
  { name: 'home', open: (page) => page.goto('/') },
  { name: 'home after a failure', open: failToRead },
  { name: 'advice with nothing known', open: beginFitting },
  { name: 'sure advice, its table open', open: openSureAdvice },
  { name: 'feedback', open: openFeedback },
  { name: 'profile', open: openProfile },
  { name: 'profile with a form and a dialog open', open: openDialog },
  { name: 'profile that knows something, its reasons open', open: openKnownProfile },
  { name: 'preferences', open: openPreferences },
  { name: 'account', open: openAccount },
  { name: 'sign-up', open: (page) => page.goto('/sign-up') },
  { name: 'sign-in', open: (page) => page.goto('/sign-in') },
  { name: 'hand-over without a shop', open: (page) => page.goto('/hand-over') },
  { name: 'hand-over that brought only a link', open: (page) => page.goto(`/hand-over#link=${shop_link}`) },
  { name: 'hand-over to be pasted', open: (page) => page.goto(`/hand-over#link=${shop_link}&is_copied=1`) },
  { name: 'hand-over of a page too large', open: (page) => page.goto(`/hand-over#link=${shop_link}&is_too_large=1`) },
  { name: 'shared without a link', open: (page) => page.goto('/share?text=a+shirt') },
  { name: 'no page at all', open: (page) => page.goto('/nothing') },
];

for (const { name, open } of pages) {
  test(`${name}: WCAG 2.2 AA holds, and nothing reaches over the edge at ${narrow_px} px`, async ({ page }) => {
    await open(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    await page.setViewportSize({ width: narrow_px, height: 740 });
    await expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth')).toBe(narrow_px);
  });
}

async function failToRead(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Link to a garment' }).fill('http://127.0.0.1/p/1');
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

async function openSureAdvice(page: Page): Promise<void> {
  await beginFitting(page);
  await ownShirt(page, { size: 'M', submit: 'Show my size' });
  await expect(page.getByRole('heading', { level: 1, name: /^Take the M\./ })).toBeVisible();
  await page.getByText('Read as a table').click();
}

async function openFeedback(page: Page): Promise<void> {
  const { session_id } = await beginFitting(page);
  await page.goto(`/fitting/${session_id}/feedback`);
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Say how it fits overall.')).toBeVisible();
}

async function openDialog(page: Page): Promise<void> {
  await openProfile(page);
  await page.getByRole('button', { name: 'Add one' }).click();
  await page.getByRole('button', { name: 'Delete everything about me' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
}

async function openKnownProfile(page: Page): Promise<void> {
  await openProfile(page);
  await addShirt(page, 'M');
  await page.getByRole('button', { name: 'Chest: why we think so' }).click();
  await page.getByRole('button', { name: 'Edit Chest', exact: true }).click();
}

async function openPreferences(page: Page): Promise<void> {
  await page.goto('/profile/preferences');
  await expect(page.getByLabel('Favourite styles')).toBeVisible();
}

async function openAccount(page: Page): Promise<void> {
  await page.goto('/profile/account');
  await expect(page.getByText('You have no account, and need none.')).toBeVisible();
}
