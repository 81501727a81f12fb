import type { Page } from '@playwright/test';

/** Says on the open form that a J.Crew shirt of this size fits (its chart is the men's one), and sends it with the button of that name. */
export async function ownShirt(page: Page, { size, submit }: { size: string; submit: string }): Promise<void> {
  await page.getByLabel('Brand').fill('J.Crew');
  await page.getByLabel('What is it?').selectOption('Shirt');
  await page.getByRole('group', { name: 'Size on its label' }).getByRole('radio', { name: size, exact: true }).check({ force: true });
  await page.getByRole('button', { name: submit }).click();
}
