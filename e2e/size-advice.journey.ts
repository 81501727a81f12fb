import type { Page } from '@playwright/test';
import type { AdviceDimension, SizeAdvice } from '#contract/fit.ts';
import { askApi } from './ask-api.ts';
import { beginFitting } from './begin-fitting.ts';
import { expect, test } from './journey.ts';
import { ownShirt } from './own-garment.ts';

test('a page becomes a size, and what one says of that size changes the next advice', async ({ page }) => {
  const fitting = await beginFitting(page);
  await test.step('with nothing known it says so, and asks one question', async () => {
    await expect(title(page, /^\w+( or \w+)?\. We know nothing about you yet\.$/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What do you own that fits?' })).toBeVisible();
  });
  const advice = await test.step('one garment that fits makes the advice sure', async () => {
    await ownShirt(page, { size: 'M', submit: 'Show my size' });
    await expect(title(page, /^Take the M\./)).toBeVisible();
    await expect(letters(page, 'M')).toBeVisible();
    return askApi(page, 'POST /v1/tryon/recommend', { body: { session_id: fitting.session_id } });
  });
  await test.step('letter, surety, gauge and table say what the API says', async () => {
    expect(advice.recommended_size).toBe('M');
    await expect(page.getByText(`${Math.round(advice.confidence * 100)}%`, { exact: true }).filter({ visible: true })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Show size M', exact: true })).toBeChecked();
    await expectTable(page, advice, fitting.size_options);
  });
  await test.step('another size can be looked at without changing the advice', async () => {
    await page.getByRole('radiogroup', { name: 'Compare sizes' }).getByRole('radio', { name: 'Show size L', exact: true }).check();
    await expect(page.getByText(/^Size L: /)).toBeAttached();
    await expect(title(page, /^Take the M\./)).toBeVisible();
  });
  const changed = await test.step('saying that the advised size is too small changes the advice', async () => {
    await page.getByRole('link', { name: 'I tried it on' }).click();
    await sayTooSmall(page, 'M');
    await expect(page.getByText(/Saved\. The advice was M; now it is \w+\./)).toBeVisible();
    const { recommended_size } = await askApi(page, 'POST /v1/tryon/recommend', { body: { session_id: fitting.session_id } });
    expect(fitting.size_options.indexOf(recommended_size ?? '')).toBeGreaterThan(fitting.size_options.indexOf('M'));
    await expect(letters(page, recommended_size ?? '')).toBeVisible();
    return recommended_size ?? '';
  });
  await test.step('after a reload it is still changed, and what was told is still there', async () => {
    await page.reload();
    await expect(letters(page, changed)).toBeVisible();
    await expect(page.getByText('You tried the M: too small.')).toBeVisible();
  });
});

test('feedback asks for what is missing and saves nothing until it is said', async ({ page }) => {
  const { session_id } = await beginFitting(page);
  await page.getByRole('link', { name: 'I already tried one on' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Say how it fits overall.')).toBeVisible();
  await expect(page.getByText('Say whether you would keep it.')).toBeVisible();
  expect((await askApi(page, 'GET /v1/fittings/{id}', { params: { id: session_id } })).outcome).toBeNull();
  await page.getByRole('link', { name: 'Back to the advice' }).click();
  await expect(page).toHaveURL(`/fitting/${session_id}`);
});

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** The answer, drawn: there is one for narrow screens and one for wide ones. */
const letters = (page: Page, size: string) => page.locator('svg.letters').filter({ hasText: new RegExp(`^${size}$`), visible: true });

async function sayTooSmall(page: Page, size: string): Promise<void> {
  await expect(title(page, `How does the ${size} fit?`)).toBeVisible();
  await page.getByRole('group', { name: 'Overall' }).getByRole('radio', { name: 'too small' }).check({ force: true });
  await page.getByRole('group', { name: 'Would you keep it?' }).getByRole('radio', { name: 'Send it back' }).check({ force: true });
  await page.getByRole('button', { name: 'Save' }).click();
}

async function expectTable(page: Page, { dimensions }: SizeAdvice, sizes: string[]): Promise<void> {
  await page.getByText('Read as a table').click();
  for (const dimension of dimensions) {
    const row = page.getByRole('row', { name: new RegExp(`^${dimension.name}`, 'i') });
    const cells = sizes.map((size) => cellOf(dimension, dimension.sizes[size]?.garment_cm));
    for (const [index, text] of cells.entries()) await expect(row.getByRole('cell').nth(index + 2)).toHaveText(text);
  }
  expect(dimensions.length).toBeGreaterThan(0);
}

/** What the table says of one size, from the wire: its measure, and whether that lies in the good zone. */
function cellOf({ zone: { good } }: AdviceDimension, garment_cm: number | undefined): RegExp {
  if (garment_cm === undefined) return /^not listed$/;
  const side = garment_cm < good[0] ? 'under' : garment_cm > good[1] ? 'over' : 'in';
  return new RegExp(`^${Math.round(garment_cm * 10) / 10}, .*${side}$`);
}
