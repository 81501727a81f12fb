import { askApi } from './ask-api.ts';
import { beginContradicted, one_odd, three_large } from './begin-contradicted.ts';
import { beginFitting } from './begin-fitting.ts';
import { findViolations } from './find-violations.ts';
import { expect, test } from './journey.ts';
import { openProfile } from './profile-steps.ts';

test('a garment is measured too: flat is asked about, twice that is kept and shown', async ({ page }) => {
  await openProfile(page);
  await page.getByRole('button', { name: 'Add one' }).click();
  await page.getByLabel('Brand').fill('A tailor');
  await page.getByLabel('Size on its label').fill('40');
  await page.locator('summary', { hasText: 'Measure it too' }).click();
  await page.getByLabel('Length, in cm').fill('74');
  await page.getByLabel('Chest, in cm').fill('56');
  await expect(page.getByText('That is small for a garment. Measured across, or in another unit?')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByLabel('Chest, in cm')).toBeFocused();
  await page.getByRole('button', { name: 'Use 112 cm' }).click();
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText(/^Measured: .*chest 112 cm/)).toBeVisible();
  const { profiles } = await askApi(page, 'GET /v1/profiles', {});
  const { owned_garments } = await askApi(page, 'GET /v1/profiles/{id}/owned-garments', { params: { id: profiles[0]!.id } });
  expect(owned_garments[0]!.garment_cm).toEqual({ chest: 112, length: 74 });
  await page.getByRole('button', { name: 'Edit A tailor, size 40' }).click();
  await expect(page.getByLabel('Chest, in cm')).toHaveValue('112');
});

test('what became of a purchase is told in two taps, known to the advice, and taken back', async ({ page }) => {
  const { session_id } = await beginFitting(page);
  const bought = page.locator('details.bought');
  await bought.locator('summary').click();
  await bought.getByRole('button', { name: 'Kept it' }).click();
  await expect(bought.getByText(/^You kept the \w+\.$/)).toBeVisible();
  const { evidence } = await askApi(page, 'POST /v1/tryon/recommend', { body: { session_id } });
  expect(evidence).toEqual([{ kind: 'feedback', count: 1 }]);
  await bought.getByRole('button', { name: /^Take back what you said/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('Forgotten. The next advice no longer knows it.')).toBeVisible();
  const again = await askApi(page, 'POST /v1/tryon/recommend', { body: { session_id } });
  expect(again.evidence[0]!.kind).toBe('population');
});

test('a tape that the garments speak against is asked about on the profile: let go with a way back, or both kept', async ({ page }) => {
  await beginContradicted(page, { chest_cm: 88, worn: three_large });
  await openProfile(page);
  const odd = page.getByRole('region', { name: 'Which of these is right?' });
  await expect(odd.getByText(/^Your chest measure of 88 cm does not go with your garments/)).toBeVisible();
  await odd.getByRole('button', { name: 'Forget the measure' }).click();
  await expect(odd).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(odd).toBeVisible();
  await odd.getByRole('link', { name: 'Measure again' }).click();
  await expect(page.getByLabel('Chest, in cm')).toBeFocused();
  await odd.getByRole('button', { name: 'Both are right' }).click();
  await expect(odd).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Edit Waist', exact: true })).toBeVisible();
  await expect(odd).toBeHidden();
});

test('a garment that says the opposite of the rest is removed from where it is asked about', async ({ page }) => {
  await beginContradicted(page, { chest_cm: null, worn: one_odd });
  await openProfile(page);
  const odd = page.getByRole('region', { name: 'Which of these is right?' });
  await odd.getByRole('button', { name: 'Remove Faherty XXL' }).click();
  await expect(page.getByText('Removed Faherty, size XXL.')).toBeVisible();
  await expect(odd).toBeHidden();
});
