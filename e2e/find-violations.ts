import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What another look can break: the elements, their names and their places are those of the first. */
const of_colors = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' }, runOnly: { type: 'tag', values: tags } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' }, runOnly: of_colors },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' }, runOnly: of_colors },
] as const;

/**
 * Lists what axe finds on the page as it stands: in the light and, unless `is_light_enough`, in the dark and with colours forced,
 * which are the same at any width.
 */
export async function findViolations(page: Page, { is_light_enough = false } = {}): Promise<string[]> {
  const found: string[] = [];
  for (const { name, media, runOnly } of is_light_enough ? looks.slice(0, 1) : looks) {
    await page.emulateMedia(media);
    // A colour on its way from one look to the other is in neither.
    await page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))');
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      // Of what holds it would write down every element with its address, which takes as long as the look itself.
      .options({ runOnly: { ...runOnly, values: [...runOnly.values] }, resultTypes: ['violations'] })
      .analyze();
    found.push(...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return found;
}
