import { askApi } from './ask-api.ts';
import { beginFitting } from './begin-fitting.ts';
import { expect, test } from './journey.ts';
import { addShirt, openProfile } from './profile-steps.ts';

test('deleting everything asks first, with the focus on the safe answer, and leaves nothing', async ({ page, request }) => {
  const fitting = await beginFitting(page);
  const [cookie] = await page.context().cookies();
  const me = await askApi(page, 'GET /v1/me', {});
  await openProfile(page);
  await addShirt(page, 'M');
  const dialog = page.getByRole('alertdialog', { name: 'Delete it all?' });
  const open = page.getByRole('button', { name: 'Delete everything about me' });
  await test.step('the safe answer has the focus, and keeps everything', async () => {
    await open.click();
    await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await open.click();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Remove J.Crew, size M' })).toBeVisible();
  });
  await test.step('deleted, the cookie of that person opens nothing', async () => {
    await page.evaluate("localStorage.setItem('toile.theme', 'dark'), localStorage.setItem('toile.units', 'in')");
    await page.evaluate("caches.open('toile-pages').then((store) => store.put('/shop', new Response('seen')))");
    await open.click();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('Everything about you is deleted.')).toBeVisible();
    await expect(page).toHaveURL('/');
    const old_cookie = { cookie: `${cookie?.name}=${cookie?.value}` };
    expect((await request.get('/v1/me', { headers: old_cookie })).status()).toBe(401);
  });
  await test.step('this browser keeps neither what was chosen nor what was looked at', async () => {
    await expect.poll(() => page.evaluate('caches.keys()')).toEqual([]);
    expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('toile.'))")).toEqual([]);
  });
  await test.step('whoever comes next in this browser finds nothing of it', async () => {
    await openProfile(page);
    await expect(page.getByText('Nothing yet. One garment that fits')).toBeVisible();
    expect((await askApi(page, 'GET /v1/me', {})).id).not.toBe(me.id);
    expect((await page.request.get(`/v1/fittings/${fitting.session_id}`)).status()).toBe(404);
    await expect(askApi(page, 'GET /v1/fittings', { query: {} })).resolves.toMatchObject({ fittings: [] });
  });
});
