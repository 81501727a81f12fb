import type { Locator, Page } from '@playwright/test';
import { expect } from './journey.ts';
import { ownShirt } from './own-garment.ts';

/** Opens "Your fit" and waits until it knows whose it is. */
export async function openProfile(page: Page): Promise<void> {
  await page.goto('/profile');
  await expect(page.getByRole('group', { name: 'Who is it for?' })).toBeVisible();
}

/** The line of one measure of the body in the open profile: "96 cm", "about 84 cm" or "not told". */
export const measureLine = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Edit ${name}`, exact: true }) });

/** Opens the field of one measure; it stands where its line was. */
export async function openMeasure(page: Page, name: string, unit = 'cm'): Promise<Locator> {
  await page.getByRole('button', { name: `Edit ${name}`, exact: true }).click();
  return page.getByLabel(unit === 'years' ? `${name}, in years` : `${name}, in ${unit}`);
}

/** Tells one measure in centimetres. */
export async function tellMeasure(page: Page, name: string, value: string): Promise<void> {
  await (await openMeasure(page, name)).fill(value);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(measureLine(page, name)).toContainText(`${value} cm`);
}

/** Adds a men's J.Crew shirt that fits to the open profile. */
export async function addShirt(page: Page, size: string): Promise<void> {
  await page.getByRole('button', { name: 'Add one' }).click();
  await ownShirt(page, { size, submit: 'Add it' });
  await expect(page.getByRole('button', { name: `Remove J.Crew, size ${size}`, exact: true })).toBeVisible();
}
