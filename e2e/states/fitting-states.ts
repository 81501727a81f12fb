import { expect, type Page } from '@playwright/test';
import { beginContradicted, three_large } from '../begin-contradicted.ts';
import { beginFitting } from '../begin-fitting.ts';
import { ownShirt } from '../own-garment.ts';
import type { PageState } from './page-state.ts';

const shop_link = encodeURIComponent('https://shop.example/p/1');
const no_fitting = '01900000-0000-7000-8000-000000000000';

export const fitting_states: PageState[] = [
  { name: 'advice with nothing known', route: 'fitting.$session_id.index', open: beginWith },
  { name: 'advice, a garment without a brand', route: 'fitting.$session_id.index', open: forgetBrand },
  { name: 'sure advice, its table open', route: 'fitting.$session_id.index', open: openSureAdvice },
  { name: 'advice with a measure that does not go with the garments', route: 'fitting.$session_id.index', open: openContradicted },
  { name: 'advice that fails', route: 'fitting.$session_id.index', open: failToAdvise },
  { name: 'fitting that is not there', route: 'fitting.$session_id.index', open: (page) => page.goto(`/fitting/${no_fitting}`) },
  { name: 'feedback, not said', route: 'fitting.$session_id.feedback', open: openFeedback },
  { name: 'did it fit, a link that has ended', route: 'did-it-fit.$token', open: (page) => page.goto('/did-it-fit/0123456789') },
  { name: 'size chart', route: 'size-chart', open: openChart },
  { name: 'size chart, a correction that cannot be read', route: 'size-chart', open: openCorrection },
  { name: 'hand-over without a shop', route: 'hand-over', open: (page) => page.goto('/hand-over') },
  { name: 'hand-over that brought only a link', route: 'hand-over', open: (page) => page.goto(`/hand-over#link=${shop_link}`) },
  { name: 'hand-over to be pasted', route: 'hand-over', open: (page) => page.goto(`/hand-over#link=${shop_link}&is_copied=1`) },
  { name: 'hand-over of a page too large', route: 'hand-over', open: (page) => page.goto(`/hand-over#link=${shop_link}&is_too_large=1`) },
  { name: 'shared without a link', route: 'share', open: (page) => page.goto('/share?text=a+shirt') },
];

async function beginWith(page: Page): Promise<void> {
  await beginFitting(page);
  await expect(page.getByRole('heading', { name: 'What do you own that fits?' })).toBeVisible();
}

async function forgetBrand(page: Page): Promise<void> {
  await beginFitting(page);
  await page.getByRole('button', { name: 'Show my size' }).click();
  await expect(page.getByText('Say whose it is: the name on the label.')).toBeVisible();
}

async function openSureAdvice(page: Page): Promise<void> {
  await beginFitting(page);
  await ownShirt(page, { size: 'M', submit: 'Show my size' });
  await expect(page.getByRole('heading', { level: 1, name: /^Take the M\./ })).toBeVisible();
  await page.getByText('Read as a table').click();
}

async function openContradicted(page: Page): Promise<void> {
  await beginContradicted(page, { chest_cm: 88, worn: three_large });
  await expect(page.getByRole('link', { name: 'Measure again' })).toBeVisible();
}

async function failToAdvise(page: Page): Promise<void> {
  await page.route('**/v1/tryon/recommend', (route) => route.abort());
  await beginFitting(page);
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
}

async function openFeedback(page: Page): Promise<void> {
  const { session_id } = await beginFitting(page);
  await page.goto(`/fitting/${session_id}/feedback`);
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Say how it fits overall.')).toBeVisible();
}

async function openChart(page: Page): Promise<void> {
  await beginFitting(page);
  await page.getByRole('link', { name: 'See the chart' }).click();
  await expect(page.getByRole('button', { name: 'Correct this chart' })).toBeVisible();
}

async function openCorrection(page: Page): Promise<void> {
  await openChart(page);
  await page.getByRole('button', { name: 'Correct this chart' }).click();
  await page.getByRole('radio', { name: 'Type it' }).check({ force: true });
  await page.getByRole('button', { name: 'Save my correction' }).click();
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
}
