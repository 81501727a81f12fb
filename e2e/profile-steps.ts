import type { Page } from '@playwright/test';
import { expect } from './journey.ts';
import { ownShirt } from './own-garment.ts';

/** Opens "Your fit" and waits until it knows whose it is. */
export async function openProfile(page: Page): Promise<void> {
  await page.goto('/profile');
  await expect(page.getByRole('group', { name: 'Who is it for?' })).toBeVisible();
}

/** Adds a men's J.Crew shirt that fits to the open profile. */
export async function addShirt(page: Page, size: string): Promise<void> {
  await page.getByRole('button', { name: 'Add one' }).click();
  await ownShirt(page, { size, submit: 'Add it' });
  await expect(page.getByRole('button', { name: `Remove J.Crew, size ${size}`, exact: true })).toBeVisible();
}
