import { expect, test } from './journey.ts';

/**
 * The components whose look is all lines and letters: their pictures are small. What lies on cloth is left to the other checks,
 * because its weave would weigh more than all the rest; so would long words, and the same again in the dark.
 */
const pictured = [
  'Breadcrumb',
  'Button',
  'Checkbox',
  'Chip',
  'Disclosure',
  'Field',
  'Fit scale',
  'Offline',
  'Price range',
  'Progress',
  'Radios',
  'Search',
  'Slider',
  'Stepper',
  'Surety',
  'Switch',
  'Table',
  'Tabs',
  'Toast',
];

const without = ['200 characters', '40 of them'];

/** Fewer than the smallest notch has: one that is lost is found, while an edge drawn a little otherwise is not. */
const diff_max_px = 40;

/**
 * Where a fraction of a pixel of all that stands above cannot move its lines, and over the places along the lower edge: a new
 * component, or a new place, must not redraw the others.
 */
const at_whole_px = 'position: absolute; inset-block-start: 0; inset-inline-start: 0; inline-size: 100vw; z-index: 99';

test('the components look as they were drawn', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'one width is enough to see a stitch go wrong');
  test.slow();
  await page.goto('/design?theme=light&is_still=true');
  await expect(page.getByRole('heading', { level: 1, name: 'Design' })).toBeVisible();
  await page.evaluate('document.fonts.ready');
  await page.addStyleTag({ content: `${without.map((state) => `[data-state='${state}']`).join(', ')} { display: none }` });
  for (const name of pictured) {
    const pane = page.getByRole('region', { name, exact: true }).locator('.pane');
    await pane.evaluate((element, style) => element.setAttribute('style', style), at_whole_px);
    // Soft: one look at all that changed, instead of one run for each.
    await expect
      .soft(pane, name)
      .toHaveScreenshot(`${name.toLowerCase().replaceAll(' ', '-')}.png`, { animations: 'disabled', maxDiffPixels: diff_max_px });
    await pane.evaluate((element) => element.removeAttribute('style'));
  }
});
