import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The narrowest phone that is promised, in px. */
const narrow_px = 360;
/** px; the smallest a finger is asked to hit. */
const target_px = 44;

for (const { name, query } of [
  { name: 'in the light', query: 'theme=light' },
  { name: 'in the dark', query: 'theme=dark' },
  { name: 'right to left', query: 'theme=light&is_rtl=true' },
  { name: 'with text at 200 %', query: 'theme=light&is_large=true' },
]) {
  test(`components ${name}: WCAG 2.2 AA holds, and nothing reaches over the edge`, async ({ page, isMobile }) => {
    test.skip(!isMobile, 'the same elements, in more room');
    // Some two thousand elements, each looked at by every rule.
    test.slow();
    await openDesign(page, query);
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    await page.setViewportSize({ width: narrow_px, height: 740 });
    await expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth')).toBe(narrow_px);
    // A pane clips what would push the page wider; so each of them must hold its own.
    const over = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.pane')].filter((pane) => pane.scrollWidth > pane.clientWidth).map((pane) => pane.getAttribute('aria-label'))`,
    );
    expect(over).toEqual([]);
  });
}

test('every control is large enough for a finger', async ({ page }) => {
  await openDesign(page, 'theme=light');
  // A choice is hit on its label.
  const small = await page.evaluate<string[]>(`
    [...document.querySelectorAll('.pane :is(button, input, select, textarea, summary, [role=slider], [role=tab])')]
      .map((control) => ({ control, box: (control.closest('label') ?? control).getBoundingClientRect() }))
      .filter(({ box: { width, height } }) => width > 0 && (width < ${target_px} || height < ${target_px}))
      .map(({ control, box: { width, height } }) => [control.tagName, control.ariaLabel ?? control.textContent, width, height].join(' '))`);
  // A link inside of a sentence is as high as its line (WCAG 2.5.8).
  expect(small.filter((what) => !what.includes('Undo'))).toEqual([]);
});

test('light and dark stand beside each other, whatever the device says', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await openDesign(page, '');
    const button = story(page, 'Button');
    await expect(button.locator('[data-theme=light]')).toHaveCSS('background-color', 'rgb(244, 241, 234)');
    await expect(button.locator('[data-theme=dark]')).toHaveCSS('background-color', 'rgb(23, 22, 19)');
    await expect(button.locator('[data-theme=dark] .btn.ink').first()).toHaveCSS('background-color', 'rgb(241, 237, 227)');
  }
});

test('a dialog stands on the safe answer, and gives the focus back to what opened it', async ({ page }) => {
  await openDesign(page, 'theme=dark');
  const opener = story(page, 'Dialog').getByRole('button');
  await opener.press('Enter');
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Keep them' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.press('Enter');
  await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await expect(opener).toBeFocused();
});

test('a drawer is the whole of a phone and 520 px of a desk, and a press beside it shuts it', async ({ page, isMobile }) => {
  await openDesign(page, 'theme=light');
  const opener = story(page, 'Drawer').getByRole('button');
  await opener.click();
  const drawer = page.getByRole('dialog', { name: 'Your bag' });
  const { width, x } = (await drawer.boundingBox())!;
  expect(width).toBe(isMobile ? 390 : 520);
  if (isMobile) await drawer.getByRole('button', { name: 'Close' }).click();
  else await page.mouse.click(x - 100, 300);
  await expect(drawer).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a notch moves by keys, stops at the other, and turns round where words run from the right', async ({ page }) => {
  await openDesign(page, 'theme=light');
  const from = story(page, 'Slider').getByRole('slider', { name: 'From' }).first();
  await from.press('ArrowRight');
  await expect(from).toHaveAttribute('aria-valuetext', '102 cm');
  await from.press('End');
  await expect(from).toHaveAttribute('aria-valuetext', '107 cm');
  await from.press('Home');
  await expect(from).toHaveAttribute('aria-valuetext', '90 cm');
  await openDesign(page, 'theme=light&is_rtl=true');
  await from.press('ArrowRight');
  await expect(from).toHaveAttribute('aria-valuetext', '100 cm');
});

test('tabs and menus move by arrow keys', async ({ page }) => {
  await openDesign(page, 'theme=light');
  const tabs = story(page, 'Tabs').getByRole('tablist').first();
  await tabs.getByRole('tab').first().press('ArrowRight');
  await expect(tabs.getByRole('tab', { name: 'Shirts' })).toHaveAttribute('aria-selected', 'true');
  const menu = story(page, 'Menu');
  await menu.getByRole('button').press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Share' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Archive' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu.locator('output')).toHaveText('Archive');
  await expect(menu.getByRole('button')).toBeFocused();
});

test('a table that is wider than its place says on which side more lies', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 900 });
  await openDesign(page, 'theme=light');
  const frame = story(page, 'Table').locator('.scroll-frame').last();
  await expect(frame).toHaveAttribute('data-more', 'end');
  await frame.locator('.scrolls').evaluate((scrolls) => scrolls.scrollTo({ left: 99_999 }));
  await expect(frame).toHaveAttribute('data-more', 'start');
  const first = frame.getByRole('rowheader').first();
  const before = await first.boundingBox();
  await frame.locator('.scrolls').evaluate((scrolls) => scrolls.scrollTo({ left: 0 }));
  expect((await first.boundingBox())?.x).toBe(before?.x);
});

test('a toast is swiped away by a finger, and goes when its action is taken', async ({ page }) => {
  await openDesign(page, 'theme=light');
  const opener = story(page, 'Toast').getByRole('button', { name: 'Look saved.' });
  const toast = page.locator('.toast-place .toast');
  await opener.click();
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(toast).toHaveText('Ecru knit archived.');
  await opener.click();
  await swipe(toast, 30);
  await expect(toast).toBeVisible();
  await swipe(toast, 120);
  await expect(toast).toBeHidden();
});

test('with colours forced, what is chosen still shows', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openDesign(page, 'theme=light');
  const ground = (selector: string, part: string) =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}'), '${part}').backgroundColor`);
  const canvas = await ground('.pane', '');
  for (const mark of [
    '.sizes label:has(:checked)',
    '.tab[data-state=active]',
    '.scale label:has(:checked)',
    '.picks label:has(:checked) > span',
  ])
    expect(await ground(mark, '::after'), mark).not.toBe(canvas);
});

async function openDesign(page: Page, query: string): Promise<void> {
  await page.goto(`/design?${query}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Design' })).toBeVisible();
}

const story = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** As a finger does it: the browser's own mouse would select the words. */
async function swipe(toast: Locator, by_px: number): Promise<void> {
  for (const [type, clientX] of [
    ['pointerdown', 100],
    ['pointermove', 100 + by_px / 2],
    ['pointermove', 100 + by_px],
    ['pointerup', 100 + by_px],
  ] as const) {
    await toast.dispatchEvent(type, { pointerId: 1, pointerType: 'touch', isPrimary: true, clientX, clientY: 10, bubbles: true });
  }
}
