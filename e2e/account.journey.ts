import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { beginFitting } from './begin-fitting.ts';
import { expect, test } from './journey.ts';
import { addShirt, measureLine, openProfile, tellMeasure } from './profile-steps.ts';

const password = 'three quiet muslin seams';

test('signing up keeps what was told, signing out hides it, signing in elsewhere joins both', async ({ page, browser }) => {
  const email = `${randomUUID()}@example.com`;
  const fitting = await beginFitting(page);
  await test.step('without an account, measurements and a garment are kept', async () => {
    await openProfile(page);
    await tellMeasure(page, 'Chest', '97');
    await addShirt(page, 'M');
  });
  await test.step('signing up keeps them, and the fitting', async () => {
    await page.getByRole('link', { name: 'Account', exact: true }).click();
    await page.getByRole('link', { name: 'Make an account' }).click();
    await signUp(page, email);
    await expectMine(page, email);
    await page.goto(`/fitting/${fitting.session_id}`);
    await expect(page.getByRole('heading', { level: 1, name: /^Take the M\./ })).toBeVisible();
  });
  await test.step('signed out, this browser sees nothing of it', async () => {
    await page.goto('/profile/account');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('Signed out. Your sizes wait in your account.')).toBeVisible();
    await page.goto('/profile/account');
    await expect(page.getByText('You have no account, and need none.')).toBeVisible();
    await openProfile(page);
    await expect(page.getByText('Nothing yet. One garment that fits')).toBeVisible();
    await expect(measureLine(page, 'Chest')).toContainText('not told');
    await page.goto(`/fitting/${fitting.session_id}`);
    await expect(page.getByRole('heading', { name: 'This fitting is not here, or it is somebody else’s.' })).toBeVisible();
  });
  await test.step('signing in from another browser joins what that one was told', async () => {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await openProfile(other);
    await addShirt(other, 'L');
    await other.getByRole('link', { name: 'Account', exact: true }).click();
    await other.getByRole('link', { name: 'Sign in' }).click();
    await signIn(other, email, password);
    await expectMine(other, email);
    await expect(garment(other, 'L')).toBeVisible();
    await elsewhere.close();
  });
});

test('a wrong password and a taken e-mail are said, and what was typed stays', async ({ page }) => {
  const email = `${randomUUID()}@example.com`;
  await page.goto('/sign-up');
  await signUp(page, email);
  await page.getByRole('link', { name: 'Account', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/');
  await test.step('a wrong password', async () => {
    await page.goto('/sign-in');
    await signIn(page, email, 'not the password at all');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
  });
  await test.step('a taken e-mail', async () => {
    await page.goto('/sign-up');
    await fillIn(page, email, password);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await expect(page.getByRole('alert')).toContainText(/sign in/i);
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
  });
});

async function fillIn(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(secret);
}

async function signUp(page: Page, email: string): Promise<void> {
  await fillIn(page, email, password);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page).toHaveURL('/profile');
}

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await fillIn(page, email, secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const garment = (page: Page, size: string) => page.getByRole('button', { name: `Remove J.Crew, size ${size}`, exact: true });

async function expectMine(page: Page, email: string): Promise<void> {
  await expect(measureLine(page, 'Chest')).toContainText('97 cm');
  await expect(garment(page, 'M')).toBeVisible();
  await page.getByRole('link', { name: 'Account', exact: true }).click();
  await expect(page.getByText(`Signed in as ${email}.`, { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Fit', exact: true }).click();
}
