import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { grantRole } from './grant-role.ts';
import { expect, test } from './journey.ts';
import { keepModels } from './keep-models.ts';
import { signUp } from './sign-up.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'Size model', exact: true });
const inUse = async (page: Page) => (await askApi(page, 'GET /v1/operator/models', {})).models[0]?.promoted_version;

test('an operator sees what was learned, puts a version to use and goes back, each with a way back', async ({ page, server }) => {
  // Two commands run beside the server, each a process of its own.
  test.slow();
  await grantRole(server, await signUp(page), 'operator');
  await test.step('with nothing learned the priors answer, and a training has too little to learn from', async () => {
    await page.goto('/operator');
    await expect(panel(page).getByText(/^Nothing learned yet: the built-in priors answer\./)).toBeVisible();
    await panel(page).getByRole('button', { name: 'Train now' }).click();
    await expect(panel(page).getByRole('alert')).toContainText(/Outcomes known so far: \d+, of 100 needed to learn from\./);
  });
  await test.step('the version in use, its figures and its promises are shown', async () => {
    await keepModels(server);
    await page.reload();
    await expect(panel(page).getByText(/^Version 2 is in use, since /)).toBeVisible();
    await expect(panel(page).getByRole('heading', { name: 'Figures of version 2' })).toBeVisible();
    await expect(panel(page).getByText('5% better than what it was held against (0.652). Lower is better.')).toBeVisible();
    const promises = panel(page).getByRole('region', { name: 'Promised and kept' });
    await promises.getByText('Read as a table').click();
    const surety = panel(page).getByRole('region', { name: 'Surety told to shoppers' });
    await expect(surety.getByText('212 advices have an outcome; on average the surety was off by 3.7%.')).toBeVisible();
    await expect(panel(page).getByRole('row', { name: '70% to 80% 94 75.0% 77.0%' })).toBeVisible();
    await expect(panel(page).getByRole('row', { name: 'Women’s sizes 214 72.4% 0.617' })).toBeVisible();
  });
  await test.step('a refused version says why, and its figures can be looked at', async () => {
    await expect(panel(page).getByRole('row', { name: /^3 / })).toContainText('Refused: worse than what it was held against');
    await expect(panel(page).getByRole('row', { name: /^4 / })).toContainText('the newest outcomes differ too much');
    await panel(page).getByRole('button', { name: 'Figures: version 3' }).click();
    await expect(panel(page).getByText('Only one kind of outcome occurred')).toBeVisible();
  });
  await test.step('what is put to use can be undone at once', async () => {
    await panel(page).getByRole('button', { name: 'Put to use: version 5' }).click();
    await expect(panel(page).getByText(/^Version 5 is in use/)).toBeVisible();
    expect(await inUse(page)).toBe(5);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(panel(page).getByText(/^Version 2 is in use/)).toBeVisible();
    expect(await inUse(page)).toBe(2);
  });
  await test.step('going back leads to the version before, then to the priors, and can be undone', async () => {
    await panel(page).getByRole('button', { name: 'Go back to version 1' }).click();
    await panel(page).getByRole('button', { name: 'Go back to the built-in priors' }).click();
    await expect(panel(page).getByText('No version is in use: the built-in priors answer.')).toBeVisible();
    expect(await inUse(page)).toBe(null);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(panel(page).getByText(/^Version 1 is in use/)).toBeVisible();
  });
});
