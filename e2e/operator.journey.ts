import { AxeBuilder } from '@axe-core/playwright';
import { grantRole } from './grant-role.ts';
import { expect, test } from './journey.ts';
import { signUp } from './sign-up.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A name that leads nowhere: the journey's server may not, and need not, reach any shop. */
const bad_link = 'http://127.0.0.1/p/1';

test('an operator imports a link, reads why it was refused, and nobody else finds the page', async ({ page, server }) => {
  const email = await signUp(page);
  await test.step('a shopper finds nothing at the address', async () => {
    await page.goto('/operator');
    await expect(page.getByRole('heading', { name: 'There is nothing at this address.' })).toBeVisible();
  });
  await test.step('with the role, the empty workroom says how to fill it', async () => {
    await grantRole(server, email, 'operator');
    await page.goto('/operator');
    await expect(page.getByRole('heading', { level: 1, name: 'The workroom' })).toBeVisible();
    await expect(page.getByText('No shop has been visited yet.')).toBeVisible();
  });
  await test.step('nothing is handed in when nothing was pasted', async () => {
    await page.getByRole('button', { name: 'Import these links' }).click();
    await expect(page.getByText('Paste at least one link first')).toBeVisible();
  });
  await test.step('a bad link is refused with its reason', async () => {
    await page.getByLabel('Links of garments').fill(bad_link);
    await page.getByRole('button', { name: 'Import these links' }).click();
    await expect(page.getByText('1 link is on the way.')).toBeVisible();
    await page.getByRole('button', { name: /^Why 1 link was refused/ }).click({ timeout: 60_000 });
    await expect(page.getByText('Toile only opens pages of public shops.').first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Refusals' }).getByText('catalog.link_refused')).toBeVisible();
  });
  await test.step('it can be used by everybody, at every width', async () => {
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  });
});
