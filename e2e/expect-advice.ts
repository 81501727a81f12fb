import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

/** The journey ended where it should: on the advice, which names this garment. */
export async function expectAdvice(page: Page, name: string | RegExp): Promise<void> {
  await expect(page).toHaveURL(/\/fitting\/[\w-]+$/, { timeout: 60_000 });
  await expect(
    page.getByRole('heading', { level: 1, name: /(We know nothing about you yet|We can’t size this one yet)\.$/ }),
  ).toBeVisible();
  await expect(page.getByText(name).filter({ visible: true }).first()).toBeVisible();
}
