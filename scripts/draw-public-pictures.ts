import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/**
 * Draws, into web/public, where they are kept, the installed app's icons (from web/design/app-icon.svg) and what networks show
 * where a link to Toile is passed on: run it when a drawing changes. The icon stays within the middle 80 %, so the same
 * picture serves where a phone cuts icons to its own shape.
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
await page.setViewportSize({ width: 1200, height: 630 });
await page.setContent(sharePicture());
await page.evaluate('document.fonts.ready.then(() => true)');
writeFileSync(`${root}web/public/share-picture.png`, await page.screenshot());
await browser.close();

function sharePicture(): string {
  const font = dataUrl('node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2', 'font/woff2');
  const garment = dataUrl('web/design/knit-navy.webp', 'image/webp');
  return `<style>
    @font-face { font-family: Newsreader; src: url(${font}); font-weight: 200 800 }
    body { margin: 0; width: 1200px; height: 630px; background: #f4f1ea; color: #17150f; font: 300 84px/.98 Newsreader; letter-spacing: -.028em; position: relative }
    .cloth { position: absolute; inset: 0 0 0 580px; background: #e8e3d7; display: grid; place-items: center }
    img { width: 440px; transform: translateX(-46px); filter: drop-shadow(2px 8px 10px rgb(40 30 15 / .22)) }
    .mark { position: absolute; left: 64px; top: 56px; font-size: 44px }
    p { position: absolute; left: 64px; top: 230px; margin: 0; width: 480px }
    .m { position: absolute; right: 28px; bottom: 36px; font-size: 132px; line-height: .74; font-weight: 250 }
  </style><div class="mark">Toile</div><p>Know your size before you buy.</p><div class="cloth"><img src="${garment}"></div><div class="m">M</div>`;
}

function dataUrl(file: string, type: string): string {
  return `data:${type};base64,${readFileSync(root + file).toString('base64')}`;
}
