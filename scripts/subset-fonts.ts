import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/**
 * Makes web/design/fonts, where the results are kept, from the whole fonts (SIL Open Font License): the letters of western
 * Europe, and only as thin, thick, small and large as the design sets them, which is half the bytes. Run it when that changes.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const fonts = [
  {
    from: 'newsreader/files/newsreader-latin-opsz-normal.woff2',
    to: 'newsreader-latin.woff2',
    axes: { wght: { min: 250, max: 400 }, opsz: { min: 18, max: 72 } },
  },
  {
    from: 'instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
    to: 'instrument-sans-latin.woff2',
    axes: { wght: { min: 400, max: 600 } },
  },
];
const letters = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2c6, 0x2dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2193],
  [0x2212, 0x2215],
];
const text = letters
  .flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
  .join('');

for (const { from, to, axes } of fonts) {
  const whole = readFileSync(`${root}node_modules/@fontsource-variable/${from}`);
  const part = await subsetFont(whole, text, { targetFormat: 'woff2', variationAxes: axes });
  writeFileSync(`${root}web/design/fonts/${to}`, part);
  process.stdout.write(`${to}: ${Math.round(whole.length / 1000)} kB, now ${Math.round(part.length / 1000)}\n`);
}
