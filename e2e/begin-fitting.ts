import type { Page } from '@playwright/test';
import type { Fitting } from '#contract/fit.ts';
import { expect } from './journey.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';

/** Pastes a page's source on the first page and waits for the fitting that it opens. */
export async function beginFitting(page: Page, html: string = sampleProductPage()): Promise<Fitting> {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'The page’s source' }).fill(html);
  const started = page.waitForResponse((response) => response.url().endsWith('/v1/tryon/start') && response.status() === 201);
  await page.getByRole('button', { name: 'Read this page' }).click();
  const fitting = (await (await started).json()) as Fitting;
  await expect(page).toHaveURL(`/fitting/${fitting.session_id}`);
  return fitting;
}
