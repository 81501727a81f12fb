import type { Page } from '@playwright/test';
import { askApi } from '../ask-api.ts';

/** Makes this browser's shopper somebody whose measures are known. */
export async function becomeKnown(page: Page): Promise<void> {
  await page.goto('/privacy');
  await askApi(page, 'POST /v1/auth/anonymous', {});
  const { profiles } = await askApi(page, 'GET /v1/profiles', {});
  const body = { chest_cm: 98, waist_cm: 86, hip_cm: 100, height_cm: 180 };
  await askApi(page, 'PATCH /v1/profiles/{id}/measurements', { params: { id: profiles[0]!.id }, body });
  await page.evaluate("localStorage.setItem('toile.known', '1')");
}
