import type { Locator, Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { beginFitting } from './begin-fitting.ts';
import { expect, test } from './journey.ts';
import { openProfile } from './profile-steps.ts';

const chest = (page: Page): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Chest', exact: true }) });
const smallest = (page: Page) => page.getByRole('slider', { name: 'Chest, smallest that feels good' });
const largest = (page: Page) => page.getByRole('slider', { name: 'Chest, largest that feels good' });
const measured = async (slider: Locator) => Number(await slider.getAttribute('aria-valuenow'));

/** Three shirts of one size at home: from here on the zones of shirts are learned. */
async function ownShirts(page: Page): Promise<void> {
  const { profiles } = await askApi(page, 'GET /v1/profiles', {});
  const body = { brand: 'J.Crew', category: 'shirt', size: 'M', sizing: 'men', overall: 'perfect' } as const;
  for (let n = 0; n < 3; n += 1) await askApi(page, 'POST /v1/profiles/{id}/owned-garments', { params: { id: profiles[0]!.id }, body });
}

/** Opens the zones of shirts of somebody who owns three. */
async function openShirts(page: Page): Promise<void> {
  await openProfile(page);
  await ownShirts(page);
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Shirts', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(chest(page)).toContainText('Learned from 3 shirts');
}

test('with nothing known, the page says what to tell first and leads there', async ({ page }) => {
  await openProfile(page);
  await expect(page.getByRole('heading', { name: 'We know nothing yet about how you like things to sit.' })).toBeVisible();
  await page.getByRole('button', { name: 'Tell us of a garment' }).click();
  await expect(page.getByRole('heading', { name: 'What you own that fits' })).toBeFocused();
  await page.getByRole('button', { name: 'Set the ranges by hand instead' }).click();
  await expect(chest(page)).toContainText('What most people like');
});

test('a zone is set with the keys alone, and stays', async ({ page }) => {
  await openShirts(page);
  await smallest(page).focus();
  const first = Math.round((await measured(smallest(page))) * 2) / 2;
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(smallest(page)).toHaveAttribute('aria-valuenow', String(first + 1));
  await expect(smallest(page)).toHaveAttribute('aria-valuetext', `${first + 1} cm`);
  await expect(page.getByText('Your next advice knows.')).toBeVisible();
  await expect(chest(page)).toContainText('Set by you today');
  await page.keyboard.press('End');
  await expect(smallest(page)).toHaveAttribute('aria-valuenow', String((await measured(largest(page))) - 1));
  await page.keyboard.press('Home');
  const min = Number(await smallest(page).getAttribute('aria-valuemin'));
  await expect(smallest(page)).toHaveAttribute('aria-valuenow', String(min));
  await page.keyboard.press('PageUp');
  // Leaving the notch saves at once; nothing waits for the keys to rest.
  await page.keyboard.press('Tab');
  await expect(largest(page)).toBeFocused();
  await expect(chest(page).getByRole('button', { name: 'Chest: forget what you set' })).toBeVisible();
  await expect.poll(() => keptLow(page)).toBe(min + 2);
  await page.reload();
  await expect(smallest(page)).toHaveAttribute('aria-valuenow', String(min + 2));
  await test.step('arrows move between the kinds of garment', async () => {
    await page.getByRole('tab', { name: 'Shirts', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'T-shirts' })).toBeFocused();
    await expect(page.getByRole('tab', { name: 'T-shirts' })).toHaveAttribute('aria-selected', 'true');
  });
});

test('a notch can be dragged, and touching the axis brings the nearer one there', async ({ page }) => {
  await openShirts(page);
  const [from, before] = [(await smallest(page).boundingBox())!, await measured(smallest(page))];
  const [x, y] = [from.x + from.width / 2, from.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => keptLow(page)).toBeLessThan(before);
  const track = (await smallest(page).locator('..').boundingBox())!;
  await page.mouse.click(track.x + track.width - 20, track.y + 34);
  await expect.poll(() => measured(largest(page))).toBeGreaterThan(before + 12);
  await expect(chest(page)).toContainText('Set by you today');
});

test('what is set changes the advice, forgetting brings the old one back, and each has a way back', async ({ page }) => {
  const { session_id } = await beginFitting(page);
  await openShirts(page);
  const adviceIs = async (heading: RegExp) => {
    await page.goto(`/fitting/${session_id}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  };
  await adviceIs(/^Take the M\./);
  await test.step('roomier by hand', async () => {
    await page.goto('/profile');
    await largest(page).press('End');
    await smallest(page).press('End');
    for (let n = 0; n < 3; n += 1) await smallest(page).press('PageDown');
    await largest(page).focus();
    await expect(chest(page)).toContainText('Set by you today');
    await expect.poll(() => keptLow(page)).toBeGreaterThan(112);
    await adviceIs(/\b(L|XL)\b/);
    await expect(page.getByText('set by you', { exact: true }).first()).toBeVisible();
  });
  await test.step('forgotten with a double click, it is learned again', async () => {
    await page.goto('/profile');
    await page.getByRole('button', { name: 'Chest: forget what you set' }).dblclick();
    await expect(chest(page)).toContainText('Learned from 3 shirts');
    await expect(smallest(page)).toBeFocused();
    await expect(chest(page).getByRole('alert')).toHaveCount(0);
    await adviceIs(/^Take the M\./);
  });
  await test.step('undo of a setting forgets it', async () => {
    await page.goto('/profile');
    await smallest(page).press('ArrowLeft');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(chest(page)).toContainText('Learned from 3 shirts');
  });
});

test('without a connection it says so and keeps what was set in sight, until it can be saved', async ({ page, context }) => {
  await openShirts(page);
  await context.setOffline(true);
  await smallest(page).press('ArrowRight');
  await largest(page).focus();
  await expect(chest(page)).toContainText('Not saved yet.');
  await expect(chest(page).getByRole('alert')).toContainText('Check your connection');
  const wanted = await measured(smallest(page));
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(chest(page)).toContainText('Set by you today');
  await expect(chest(page).getByRole('alert')).toHaveCount(0);
  expect(await keptLow(page)).toBe(wanted);
});

test('what one tab sets, the other shows when it comes to the front; the last word holds', async ({ page, context }) => {
  await openShirts(page);
  const other = await context.newPage();
  await other.goto('/profile');
  await smallest(other).press('PageDown');
  await largest(other).focus();
  await expect(chest(other)).toContainText('Set by you today');
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))");
  await expect(chest(page)).toContainText('Set by you today');
  await expect(smallest(page)).toHaveAttribute('aria-valuenow', String(await measured(smallest(other))));
  await smallest(page).press('PageUp');
  await smallest(page).press('PageUp');
  await largest(page).focus();
  await expect.poll(() => keptLow(page)).toBe(await measured(smallest(page)));
});

async function keptLow(page: Page): Promise<number> {
  const { profiles } = await askApi(page, 'GET /v1/profiles', {});
  const { fit_zones } = await askApi(page, 'GET /v1/profiles/{id}/fit-zones', { params: { id: profiles[0]!.id } });
  return fit_zones.find(({ kind, name }) => kind === 'shirt' && name === 'chest')!.low_cm;
}
