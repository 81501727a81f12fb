import { askApi } from './ask-api.ts';
import { becomeSomebody, ownShirt, photographMe } from './dress-up.ts';
import { expect, test } from './journey.ts';

test('a try-on whose answer was lost is found again after a reload, and not begun twice', async ({ page }) => {
  test.slow();
  await becomeSomebody(page);
  const [shirt, photo] = [await ownShirt(page), await photographMe(page)];
  let lost = 0;
  await page.route(/\/v1\/tryon\/sessions$/, async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
    // It arrives and is done; only the answer never comes.
    await route.fetch();
    return route.abort('connectionreset');
  });
  const sessions = async () => (await askApi(page, 'GET /v1/tryon/sessions', { query: {} })).sessions;
  await page.goto(`/mirror?items=${shirt}&photo=${photo}`);
  await page.getByRole('button', { name: 'Try it on', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await sessions()).toHaveLength(1);
  await page.reload();
  await page.getByRole('button', { name: 'Try it on', exact: true }).click();
  await expect(page).toHaveURL(/\/mirror\/[\da-f-]{36}$/);
  expect((await sessions()).map(({ session_id }) => session_id)).toEqual([page.url().split('/').at(-1)]);
  await page.goto(`/mirror?items=${shirt}&photo=${photo}`);
  await page.getByRole('button', { name: 'Try it on', exact: true }).click();
  await expect.poll(async () => (await sessions()).length).toBe(2);
});
