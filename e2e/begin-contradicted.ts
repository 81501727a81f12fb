import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { beginFitting } from './begin-fitting.ts';

type Worn = { brand: string; size: string; overall: 'perfect' | 'too_small' };

/** Opens the advice for somebody who told the chest (cm) and owns these men's shirts. */
export async function beginContradicted(page: Page, { chest_cm, worn }: { chest_cm: number | null; worn: Worn[] }): Promise<void> {
  const { session_id, profile_id } = await beginFitting(page);
  const params = { id: profile_id };
  await askApi(page, 'PATCH /v1/profiles/{id}/measurements', { params, body: { chest_cm } });
  for (const one of worn)
    await askApi(page, 'POST /v1/profiles/{id}/owned-garments', { params, body: { ...one, category: 'shirt', sizing: 'men' } });
  await page.goto(`/fitting/${session_id}`);
}

/** Three garments that speak against a chest of 88 cm. */
export const three_large: Worn[] = ['J.Crew', 'Theory', 'Reiss'].map((brand) => ({ brand, size: 'L', overall: 'perfect' }));
/** Three that agree, and one that says the opposite. */
export const one_odd: Worn[] = [
  ...['J.Crew', 'Theory', 'Reiss'].map((brand) => ({ brand, size: 'M', overall: 'perfect' as const })),
  { brand: 'Faherty', size: 'XXL', overall: 'too_small' },
];
