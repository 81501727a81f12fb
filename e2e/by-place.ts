import type { Page } from '@playwright/test';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { expect } from './journey.ts';

/** Steps that find things by their place and not by their words, so that they go through in every language. */
export const source = (page: Page) => page.locator('textarea').first();

/** A language in the footer is named in itself, on every page. */
export const language = (page: Page, name: string) => page.getByRole('contentinfo').getByRole('button', { name, exact: true });

/** Pastes a page and opens its fitting. */
export async function beginByPlace(page: Page): Promise<void> {
  await page.goto('/');
  await source(page).fill(sampleProductPage());
  await page
    .locator('form', { has: source(page) })
    .getByRole('button')
    .last()
    .click();
  await expect(page).toHaveURL(/\/fitting\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Says that a J.Crew shirt in M fits. */
export async function ownShirtByPlace(page: Page): Promise<void> {
  const form = page.locator('form.ask-form');
  await form.getByRole('combobox').last().selectOption('shirt');
  await form.locator('input').first().fill('J.Crew');
  await form.locator('input[type=radio][value=M]').first().check({ force: true });
  await form.locator('button.ink').click();
}
