import { expect, type Page } from '@playwright/test';
import { account_states } from './states/account-states.ts';
import { fitting_states } from './states/fitting-states.ts';
import { profile_states } from './states/profile-states.ts';
import { shop_states } from './states/shop-states.ts';
import { tryon_states } from './states/tryon-states.ts';
import { wardrobe_states } from './states/wardrobe-states.ts';
import type { PageState } from './states/page-state.ts';

const visit = (path: string) => (page: Page) => page.goto(path);

const other_states: PageState[] = [
  { name: 'home', route: 'index', open: visit('/') },
  { name: 'home after a failure', route: 'index', open: failToRead },
  { name: 'home without a connection', route: 'index', open: loseConnection },
  { name: 'privacy', route: 'privacy', open: visit('/privacy') },
  { name: 'no connection', route: 'offline', open: visit('/offline') },
  { name: 'no page at all', route: '__root', open: visit('/nothing') },
];

/** Every page of the app in each of its main states, and how somebody comes to it. Needs the demo's garments. */
export const page_states: PageState[] = [
  ...other_states,
  ...shop_states,
  ...fitting_states,
  ...profile_states,
  ...account_states,
  ...wardrobe_states,
  ...tryon_states,
];

async function failToRead(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Link to a garment' }).fill('http://127.0.0.1/p/1');
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

async function loseConnection(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.locator('html[data-awake]')).toBeAttached();
  await page.context().setOffline(true);
  await expect(page.getByText('You are offline.').first()).toBeVisible();
}
