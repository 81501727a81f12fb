import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { beginFitting } from './begin-fitting.ts';
import { grantRole } from './grant-role.ts';
import { expect, test } from './journey.ts';
import { signUp } from './sign-up.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** One size smaller throughout than the chart of J.Crew that comes with Toile. */
const smaller = 'Size\tChest\tWaist\nS\t32-34"\t26-28"\nM\t35-37"\t29-31"\nL\t38-40"\t32-34"\nXL\t41-43"\t35-37"';
const garment = 'Garment measurements, laid flat\nSize\tPit to pit\nS\t52 cm\nM\t55 cm\nL\t58 cm';

test('a shopper corrects a chart, the advice follows it at once, and taken back it is as before', async ({ page }) => {
  const { session_id } = await beginFitting(page);
  const advised = async () => (await askApi(page, 'POST /v1/tryon/recommend', { body: { session_id } })).recommended_size;
  const before = await advised();
  await test.step('the advice says which chart it follows, and leads to it', async () => {
    await expect(page.getByText('Sizes follow J.Crew’s size chart, which comes with Toile.')).toBeVisible();
    await page.getByRole('link', { name: 'See the chart' }).click();
    await expect(page.getByRole('region', { name: 'J.Crew’s size chart' }).getByRole('row', { name: /^M/ })).toContainText('96.5–101.6');
  });
  await test.step('measures of the garment are refused, with what to copy instead', async () => {
    await page.getByRole('button', { name: 'Correct this chart' }).click();
    await expect(page.getByRole('heading', { name: 'Correct this chart' })).toBeFocused();
    await paste(page, garment);
    await expect(page.getByText('These are measures of the garment, not of the body.')).toBeVisible();
  });
  await test.step('a pasted chart is shown, taken, and asks where it stands', async () => {
    await paste(page, smaller);
    await page.getByRole('button', { name: 'Take these figures' }).click();
    await expect(page.getByRole('heading', { name: 'Check the figures' })).toBeFocused();
    await expect(cell(page, 'M', 'Chest')).toHaveValue('88.9-94');
    await page.getByRole('button', { name: 'Save my correction' }).click();
    await expect(page.getByLabel('Where does it stand?')).toBeFocused();
    await expectAccessible(page);
  });
  await test.step('a figure that no body has is refused beside its cell', async () => {
    await page.getByLabel('Where does it stand?').fill('size guide on jcrew.com');
    await cell(page, 'M', 'Chest').fill('12-14');
    await page.getByRole('button', { name: 'Save my correction' }).click();
    await expect(page.getByText('Between 40 and 190 cm')).toBeVisible();
    await expect(cell(page, 'M', 'Chest')).toBeFocused();
    await cell(page, 'M', 'Chest').fill('88.9-94');
  });
  await test.step('saved, the advice follows it', async () => {
    await page.getByRole('button', { name: 'Save my correction' }).click();
    await expect(page).toHaveURL(`/fitting/${session_id}`);
    await expect(page.getByText(/Your chart of J\.Crew counts now: 8 figures differ/)).toBeVisible();
    await expect(page.getByText('Sizes follow J.Crew’s size chart, as you corrected it.')).toBeVisible();
    expect(await advised()).not.toBe(before);
  });
  await test.step('taken back, the chart from before counts again', async () => {
    await page.getByRole('link', { name: 'See the chart' }).click();
    await page.getByRole('button', { name: 'Take back your correction of J.Crew’s chart' }).click();
    await page.getByRole('button', { name: 'Take it back', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Sizes follow J.Crew’s size chart, which comes with Toile.' })).toBeVisible();
    expect(await advised()).toBe(before);
  });
});

test('what an operator accepts counts for another shopper, and names who corrected it', async ({ page, browser, server }) => {
  const brand = `Weaver ${randomUUID().slice(0, 8)}`;
  const html = `<link rel="canonical" href="https://shop.example/p/1"><script type="application/ld+json">${JSON.stringify({ '@type': 'Product', name: 'Oxford shirt', brand, size: ['S', 'M', 'L'] })}</script>`;
  await test.step('a brand without a chart gets one, typed by hand; inches under cm are asked back', async () => {
    await beginFitting(page, html);
    await page.getByRole('link', { name: 'Have theirs? Add it' }).click();
    await page.getByRole('radio', { name: 'Men’s', exact: true }).click({ force: true });
    await page.getByRole('radio', { name: 'Type it' }).check({ force: true });
    for (const [size, chest] of Object.entries({ S: '35-37', M: '38-40', L: '41-43' })) await cell(page, size, 'Chest').fill(chest);
    await page.getByRole('button', { name: 'Yes, they are inches' }).click();
    await page.getByLabel('Where does it stand?').fill('their size guide');
    await page.getByLabel('Name to thank you by (optional)').fill('Ada');
    await page.getByRole('button', { name: 'Save my correction' }).click();
    await expect(page.getByText(`Sizes follow ${brand}’s size chart, as you corrected it.`)).toBeVisible();
    await page.goto('/profile');
    await expect(page.getByText(/^Waiting to be checked: it counts for you\./)).toBeVisible();
  });
  await test.step('the operator sees it and accepts it', async () => {
    const office = await (await browser.newContext({ baseURL: server.url })).newPage();
    await signUpAsOperator(office, (email) => grantRole(server, email, 'operator'));
    const waiting = office.getByRole('article', { name: new RegExp(`^${brand}`) });
    await expect(waiting).toContainText('Ada');
    await expectAccessible(office);
    await waiting.getByRole('button', { name: /^Accept for everybody/ }).click();
    await expect(waiting).toBeHidden();
    await office.context().close();
  });
  await test.step('another shopper’s advice follows it, with the credit', async () => {
    const other = await (await browser.newContext({ baseURL: server.url })).newPage();
    await beginFitting(other, html);
    await other.getByRole('link', { name: 'Have theirs? Add it' }).click();
    await other.getByRole('radio', { name: 'Men’s', exact: true }).click({ force: true });
    await expect(other.getByRole('heading', { name: `Sizes follow ${brand}’s size chart, corrected by Ada.` })).toBeVisible();
    await other.context().close();
  });
});

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Their size chart').fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
}

const cell = (page: Page, size: string, dimension: string) =>
  page.getByRole('group', { name: `Size ${size}`, exact: true }).getByLabel(dimension);

async function signUpAsOperator(page: Page, grant: (email: string) => Promise<void>): Promise<void> {
  await grant(await signUp(page));
  await page.goto('/operator');
}

/** The page can be used by everybody, and nothing reaches over the edge of the narrowest phone. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  if (size) await page.setViewportSize(size);
}
