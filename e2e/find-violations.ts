import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

/** Lists what axe finds on the page as it stands: in the light, in the dark and with colours forced. */
export async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { name, media } of looks) {
    await page.emulateMedia(media);
    // A colour on its way from one look to the other is in neither.
    await page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))');
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    found.push(...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return found;
}
