import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';
import { measureLine, openMeasure, openProfile } from './profile-steps.ts';

test('38 typed in centimetres is asked back, and what is meant is kept in centimetres', async ({ page }) => {
  await openProfile(page);
  await expect(page.getByRole('radio', { name: 'cm', exact: true })).toBeChecked();
  const chest = await openMeasure(page, 'Chest');
  await test.step('it asks whether inches were meant, and saves nothing before that', async () => {
    await expect(chest).toBeFocused();
    await chest.fill('38');
    await expect(page.getByText('Did you mean 38 in?')).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(chest).toBeFocused();
  });
  await test.step('taking the suggestion fills it in, and the wire carries centimetres', async () => {
    await page.getByRole('button', { name: 'Use 96.5 cm' }).click();
    await expect(chest).toHaveValue('96.5');
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect((await sent).postDataJSON()).toEqual({ chest_cm: 96.5, is_sure: true });
    await expect(page.getByText('Measurements saved.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Edit Chest', exact: true })).toBeFocused();
  });
  await test.step('in inches it is 38 again, and after a reload still', async () => {
    await page.getByRole('radio', { name: 'in', exact: true }).check({ force: true });
    await expect(measureLine(page, 'Chest')).toContainText('38 in');
    await page.reload();
    await expect(measureLine(page, 'Chest')).toContainText('38 in');
  });
  await test.step('what is being typed keeps its meaning when the units change', async () => {
    await (await openMeasure(page, 'Waist', 'in')).fill('33');
    await page.getByRole('radio', { name: 'cm', exact: true }).check({ force: true });
    await expect(page.getByLabel('Waist, in cm')).toHaveValue('83.8');
  });
});

test('a number that is small but true, as of a baby, is kept when its owner says so', async ({ page }) => {
  await openProfile(page);
  await page.getByText('More measurements').click();
  await (await openMeasure(page, 'Age', 'years')).fill('1');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(measureLine(page, 'Age')).toContainText('1');
  await (await openMeasure(page, 'Chest')).fill('44');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText('Did you mean 44 in?')).toBeHidden();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(measureLine(page, 'Chest')).toContainText('44 cm');
  const { profiles } = await askApi(page, 'GET /v1/profiles', {});
  const kept = await askApi(page, 'GET /v1/profiles/{id}/measurements', { params: { id: profiles[0]!.id } });
  expect(kept).toMatchObject({ age: 1, chest_cm: 44 });
});
