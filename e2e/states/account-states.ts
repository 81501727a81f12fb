import { expect, type Page } from '@playwright/test';
import { password, signUp } from '../sign-up.ts';
import type { Helper, PageState } from './page-state.ts';

export const account_states: PageState[] = [
  { name: 'sign-up', route: 'sign-up', open: (page) => page.goto('/sign-up') },
  { name: 'sign-up with nothing told', route: 'sign-up', open: (page) => sendNothing(page, '/sign-up', 'Make my account') },
  { name: 'sign-in', route: 'sign-in', open: (page) => page.goto('/sign-in') },
  { name: 'sign-in that is refused', route: 'sign-in', open: failToSignIn },
  { name: 'account', route: 'profile.account', open: openAccount },
  { name: 'profile of an account', route: 'profile', open: openProfile },
  { name: 'workroom', route: 'operator', open: openWorkroom },
  { name: 'workroom, nothing handed in', route: 'operator', open: handNothingIn },
  { name: 'workroom with a size model, its table open', route: 'operator', open: openLearned },
  { name: 'workroom for a shopper', route: 'operator', open: openNoWorkroom },
];

async function openProfile(page: Page): Promise<void> {
  await signUp(page);
  // Without the greeting, which goes by itself while somebody still looks at it.
  await page.goto('/profile');
  await expect(page.getByRole('group', { name: 'Who is it for?' })).toBeVisible();
}

async function openAccount(page: Page): Promise<void> {
  await signUp(page);
  await page.goto('/profile/account');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

async function sendNothing(page: Page, path: string, submit: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: submit }).click();
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
}

async function failToSignIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('nobody@example.com');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

async function openWorkroom(page: Page, { grantOperator }: Helper): Promise<void> {
  await grantOperator(await signUp(page));
  await page.goto('/operator');
  await expect(page.getByRole('heading', { level: 1, name: 'The workroom' })).toBeVisible();
}

async function handNothingIn(page: Page, helper: Helper): Promise<void> {
  await openWorkroom(page, helper);
  await page.getByRole('button', { name: 'Import these links' }).click();
  await expect(page.getByText('Paste at least one link first')).toBeVisible();
}

async function openLearned(page: Page, helper: Helper): Promise<void> {
  await helper.keepModels();
  await openWorkroom(page, helper);
  await page.getByText('Read as a table').first().click();
  await expect(page.getByRole('group', { name: 'Promised and kept' })).toBeVisible();
}

async function openNoWorkroom(page: Page): Promise<void> {
  await signUp(page);
  await page.goto('/operator');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address.' })).toBeVisible();
}
