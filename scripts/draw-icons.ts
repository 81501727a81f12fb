import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/**
 * Draws the installed app's icons from web/design/app-icon.svg, into web/public, where they are kept: run it when the drawing
 * changes. The drawing stays within the middle 80 %, so the same picture serves where a phone cuts icons to its own shape.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const drawing = readFileSync(`${root}web/design/app-icon.svg`, 'utf8');
const sizes_px = [180, 192, 512];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size_px of sizes_px) {
  await page.setViewportSize({ width: size_px, height: size_px });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${drawing}`);
  writeFileSync(`${root}web/public/icon-${size_px}.png`, await page.screenshot());
}
await browser.close();
