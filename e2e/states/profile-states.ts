import { expect, type Page } from '@playwright/test';
import { askApi } from '../ask-api.ts';
import { beginContradicted, three_large } from '../begin-contradicted.ts';
import { beginFitting } from '../begin-fitting.ts';
import { addShirt, openMeasure, openProfile } from '../profile-steps.ts';
import type { PageState } from './page-state.ts';

export const profile_states: PageState[] = [
  { name: 'profile', route: 'profile.index', open: openProfile },
  { name: 'profile with a form and a dialog open', route: 'profile.index', open: openDialog },
  { name: 'profile, photos deleted and the receipt shown', route: 'profile.index', open: openReceipt },
  { name: 'profile that knows something, its reasons open', route: 'profile.index', open: openKnownProfile },
  { name: 'profile, a garment corrected without a brand', route: 'profile.index', open: openCorrected },
  { name: 'profile, a measure that cannot be read', route: 'profile.index', open: typeNoMeasure },
  { name: 'profile, a toast with a way back', route: 'profile.index', open: removeShirt },
  { name: 'profile, what was said of a size about to be taken back', route: 'profile.index', open: openTold },
  { name: 'profile, build and a measured garment asked about', route: 'profile.index', open: openBuild },
  { name: 'profile, a file that is none of ours was to be brought back', route: 'profile.index', open: bringNothing },
  { name: 'profile, told what does not go together', route: 'profile.index', open: openOdd },
  { name: 'profile that does not answer', route: 'profile.index', open: failToOpen },
  { name: 'preferences', route: 'profile.preferences', open: openPreferences },
  { name: 'account of nobody', route: 'profile.account', open: openAccount },
];

async function openBuild(page: Page): Promise<void> {
  await openProfile(page);
  await page.locator('summary', { hasText: 'Build, by eye' }).click();
  await page.getByRole('button', { name: 'Add one' }).click();
  await page.locator('summary', { hasText: 'Measure it too' }).click();
  await page.getByLabel('Chest, in cm').fill('56');
  await expect(page.getByRole('button', { name: 'Use 112 cm' })).toBeVisible();
}

async function bringNothing(page: Page): Promise<void> {
  await openProfile(page);
  const yours = page.getByRole('region', { name: 'Your data' });
  await yours.locator('input[type=file]').setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.alloc(2000, 1) });
  await expect(yours.getByRole('alert')).toBeVisible();
}

async function openOdd(page: Page): Promise<void> {
  await beginContradicted(page, { chest_cm: 88, worn: three_large });
  await openProfile(page);
  await expect(page.getByRole('button', { name: 'Both are right' })).toBeVisible();
}

async function openDialog(page: Page): Promise<void> {
  await openProfile(page);
  await page.getByRole('button', { name: 'Add one' }).click();
  await page.getByRole('button', { name: 'Delete everything about me' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
}

async function openReceipt(page: Page): Promise<void> {
  await openProfile(page);
  await page.getByRole('button', { name: 'Delete my photos' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the photos' }).click();
  await expect(page.getByRole('link', { name: 'Download the receipt' })).toBeVisible();
}

async function openKnownProfile(page: Page): Promise<void> {
  await openProfile(page);
  await addShirt(page, 'M');
  await page.getByRole('button', { name: 'Chest: why we think so' }).click();
  await page.getByRole('button', { name: 'Edit Chest', exact: true }).click();
}

async function openCorrected(page: Page): Promise<void> {
  await openProfile(page);
  await addShirt(page, 'M');
  await page.getByRole('button', { name: 'Edit J.Crew, size M' }).click();
  await page.getByLabel('Brand').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Say whose it is: the name on the label.')).toBeVisible();
}

async function typeNoMeasure(page: Page): Promise<void> {
  await openProfile(page);
  await (await openMeasure(page, 'Chest')).fill('wide');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('[aria-invalid="true"]')).toBeVisible();
}

async function removeShirt(page: Page): Promise<void> {
  await openProfile(page);
  await addShirt(page, 'M');
  await page.getByRole('button', { name: 'Remove J.Crew, size M' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  // While it has the focus it stays; else it would go before every look was seen.
  await page.getByRole('button', { name: 'Undo' }).focus();
}

async function openTold(page: Page): Promise<void> {
  const { session_id } = await beginFitting(page);
  const body = { session_id, size_tried: 'M', fit_feedback: { overall: 'slightly_small' as const }, would_keep: true };
  await askApi(page, 'POST /v1/tryon/submit', { body });
  await openProfile(page);
  await page.getByRole('button', { name: /^Take back what you said/ }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
}

async function failToOpen(page: Page): Promise<void> {
  await page.route('**/v1/profiles', (route) => route.abort());
  await page.goto('/profile');
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
}

async function openPreferences(page: Page): Promise<void> {
  await page.goto('/profile/preferences');
  await expect(page.getByLabel('Favourite styles')).toBeVisible();
}

async function openAccount(page: Page): Promise<void> {
  await page.goto('/profile/account');
  await expect(page.getByText('You have no account, and need none.')).toBeVisible();
}
