import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

/** Of every account that a journey makes. */
export const password = 'three quiet muslin seams';

/** Makes an account as anybody would, and gives its e-mail. */
export async function signUp(page: Page): Promise<string> {
  const email = `${randomUUID()}@example.com`;
  await page.goto('/sign-up');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page).toHaveURL('/profile');
  return email;
}
