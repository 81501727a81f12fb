import { beginContradicted, one_odd, three_large } from './begin-contradicted.ts';
import { expect, test } from './journey.ts';

test('a tape that the garments speak against is told kindly, and one tap leads to its field', async ({ page }) => {
  await beginContradicted(page, { chest_cm: 88, worn: three_large });
  const reason = page.getByText(/^Your chest measure of 88 cm does not go with your garments, which speak of about 1\d\d cm\./);
  await expect(reason).toBeVisible();
  await page.getByRole('link', { name: 'Measure again' }).click();
  const field = page.getByLabel('Chest, in cm');
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
  await expect(field).toHaveValue('88');
  await field.fill('106');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Measurements saved.')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: /^Why / })).toBeVisible();
  await expect(reason).toBeHidden();
});

test('a garment that says the opposite of the rest is told, and one tap opens it', async ({ page }) => {
  await beginContradicted(page, { chest_cm: null, worn: one_odd });
  await expect(page.getByText(/^Faherty XXL does not go with the rest of what you told us, so we gave it little weight\./)).toBeVisible();
  await page.getByRole('link', { name: 'Look at it again' }).click();
  const brand = page.getByLabel('Brand');
  await expect(brand).toBeFocused();
  await expect(brand).toHaveValue('Faherty');
});

test('a weight in pounds typed as kilograms is asked back, and nothing is changed silently', async ({ page }) => {
  await beginContradicted(page, { chest_cm: null, worn: [] });
  await page.getByRole('button', { name: /height/i }).click();
  await page.getByLabel('Height, in cm').fill('5.10');
  await expect(page.getByText('That is small for this measure. Did you mean 5′10″?')).toBeVisible();
  await page.getByRole('button', { name: 'Use 177.8 cm' }).click();
  await page.getByLabel('Weight, in kg').fill('180');
  await expect(page.getByText('To be sure of the unit: did you mean 180 lb?')).toBeVisible();
  await page.getByRole('button', { name: 'Use 81.6 kg' }).click();
  await expect(page.getByLabel('Weight, in kg')).toHaveValue('81.6');
  const sent = page.waitForRequest((request) => request.method() === 'PATCH');
  await page.getByRole('button', { name: 'Show my size' }).click();
  expect((await sent).postDataJSON()).toEqual({ height_cm: 177.8, weight_kg: 81.6, is_sure: true });
});
