import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';
import { addShirt, openProfile } from './profile-steps.ts';

const edit = (page: Page, size: string) => page.getByRole('button', { name: `Edit J.Crew, size ${size}`, exact: true });
const sizes = (page: Page) => page.getByRole('group', { name: 'Size on its label' });

async function kept(page: Page) {
  const { profiles } = await askApi(page, 'GET /v1/profiles', {});
  const params = { id: profiles[0]!.id };
  const { owned_garments } = await askApi(page, 'GET /v1/profiles/{id}/owned-garments', { params });
  const { fit_zones } = await askApi(page, 'GET /v1/profiles/{id}/fit-zones', { params });
  return { garments: owned_garments, chest: fit_zones.find(({ kind, name }) => kind === 'shirt' && name === 'chest')! };
}

test('a garment is corrected where it stands, its zone moves at once, and there is a way back', async ({ page }) => {
  await openProfile(page);
  await addShirt(page, 'M');
  const before = await kept(page);
  const chest = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Chest', exact: true }) });
  const shown = await chest.locator('.num').innerText();

  await edit(page, 'M').click();
  await expect(page.getByLabel('Brand')).toBeFocused();
  await expect(page.getByLabel('Brand')).toHaveValue('J.Crew');
  await expect(sizes(page).getByRole('radio', { name: 'M', exact: true })).toBeChecked();
  await sizes(page).getByRole('radio', { name: 'XL', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(edit(page, 'XL')).toBeFocused();
  await expect(chest.locator('.num')).not.toHaveText(shown);
  const after = await kept(page);
  expect(after.garments.map(({ id, size }) => [id, size])).toEqual([[before.garments[0]!.id, 'XL']]);
  expect(after.chest.low_cm).toBeGreaterThan(before.chest.low_cm);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(edit(page, 'M')).toBeVisible();
  await expect(chest.locator('.num')).toHaveText(shown);
  expect((await kept(page)).garments).toEqual(before.garments);
});

test('what is missing is said by its field, and leaving with Escape changes nothing', async ({ page }) => {
  await openProfile(page);
  await addShirt(page, 'M');
  await edit(page, 'M').click();
  await page.getByLabel('Brand').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Say whose it is: the name on the label.')).toBeVisible();
  await expect(page.getByLabel('Brand')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(edit(page, 'M')).toBeVisible();
  await edit(page, 'M').click();
  await expect(page.getByLabel('Brand')).toHaveValue('J.Crew');
});

test('what cannot be saved says so and keeps what was chosen', async ({ page, context }) => {
  await openProfile(page);
  await addShirt(page, 'M');
  await edit(page, 'M').click();
  await sizes(page).getByRole('radio', { name: 'L', exact: true }).check({ force: true });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Check your connection');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(edit(page, 'L')).toBeVisible();
});
