import { askApi } from './ask-api.ts';
import { beginFitting } from './begin-fitting.ts';
import { expect, test } from './journey.ts';
import { openProfile } from './profile-steps.ts';

test('what was said of a size stands in the profile, leads to where it is changed, and is taken back in two taps', async ({ page }) => {
  const { session_id, product_name: product } = await beginFitting(page);
  const fit_feedback = { overall: 'slightly_small' as const };
  await askApi(page, 'POST /v1/tryon/submit', { body: { session_id, size_tried: 'M', fit_feedback, would_keep: false } });
  await openProfile(page);
  const said = page.getByRole('region', { name: 'What you said of sizes' });
  await expect(said.getByText('M: slightly small, would not keep it')).toBeVisible();
  await test.step('it can be changed where it was said', async () => {
    await said.getByRole('link', { name: `Edit what you said: ${product}, size M` }).click();
    await expect(page).toHaveURL(`/fitting/${session_id}/feedback`);
    await expect(page.getByRole('heading', { name: 'How does the M fit?' })).toBeVisible();
    await page.goBack();
  });
  await test.step('leaving it changes nothing', async () => {
    await said.getByRole('button', { name: `Take back what you said: ${product}, size M` }).click();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await expect(said.getByText('M: slightly small, would not keep it')).toBeVisible();
  });
  await test.step('two taps take it back, and the advice no longer knows', async () => {
    await said.getByRole('button', { name: `Take back what you said: ${product}, size M` }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
    await expect(said.getByText(/^Nothing yet\./)).toBeVisible();
    await expect(said.getByRole('heading')).toBeFocused();
    expect((await askApi(page, 'GET /v1/fittings/{id}', { params: { id: session_id }, query: {} })).outcome).toBe(null);
    const { evidence } = await askApi(page, 'POST /v1/tryon/recommend', { body: { session_id } });
    expect(evidence.map(({ kind }) => kind)).not.toContain('feedback');
  });
});
