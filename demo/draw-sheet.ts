import { mkdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { makeWorkers } from '#platform/workers/make-workers.ts';
import { demo_products, drawPictures, type DemoPicture } from './catalogue/index.ts';

/** A garment's place on the sheet, px. */
const tile = 300;
const columns = 10;
/** What garments lie on in the light theme, and in the dark one. */
const grounds = { light: '#e8e3d7', dark: '#746d60' } as const;
const folder = 'data/demo-sheet';

/**
 * Draws the whole catalogue into data/demo-sheet (ignored by git): every picture as WebP and two contact sheets; prints
 * how long it took and what the files weigh. `node demo/draw-sheet.ts [threads]`
 */
const threads_max = Number(process.argv[2] ?? 2);
mkdirSync(folder, { recursive: true });
const workers = makeWorkers({ threads_max });
const pictures: DemoPicture[] = [];
const begun = performance.now();
let [first_six_ms, flats_ms] = [0, 0];
await drawPictures(demo_products, { workers }, (picture) => {
  pictures.push(picture);
  if (picture.kind !== 'worn') flats_ms = performance.now() - begun;
  if (new Set(pictures.map(({ product_slug }) => product_slug)).size <= 6) first_six_ms = performance.now() - begun;
});
const took_ms = performance.now() - begun;
await workers.stop();

const slugs = demo_products.map(({ slug }) => slug);
const flats = pictures.filter(({ kind }) => kind === 'flat').sort((a, b) => slugs.indexOf(a.product_slug) - slugs.indexOf(b.product_slug));
for (const { product_slug, color, kind, position, webp } of pictures)
  writeFileSync(`${folder}/${product_slug}.${color.toLowerCase().replaceAll(' ', '-')}.${kind}${position}.webp`, webp);
for (const [name, background] of Object.entries(grounds)) await drawSheet(name, background);
const weights = flats.map(({ webp }) => webp.length / 1000).sort((a, b) => a - b);
process.stdout.write(
  `${flats.length} garments in ${(flats_ms / 1000).toFixed(1)} s on ${threads_max} threads, the first six products after ${(first_six_ms / 1000).toFixed(1)} s; ${pictures.length} pictures in ${(took_ms / 1000).toFixed(1)} s\n` +
    `flat pictures weigh ${weights[0]!.toFixed(0)} to ${weights.at(-1)!.toFixed(0)} kB, ${weights[weights.length >> 1]!.toFixed(0)} in the middle\n`,
);

async function drawSheet(name: string, background: string): Promise<void> {
  const placed = flats.map(async ({ webp }, i) => {
    const input = await sharp(webp)
      .resize(tile - 30, tile - 30, { fit: 'contain', background: '#0000' })
      .png()
      .toBuffer();
    return { input, left: (i % columns) * tile + 15, top: Math.floor(i / columns) * tile + 15 };
  });
  const sheet = sharp({ create: { width: columns * tile, height: Math.ceil(flats.length / columns) * tile, channels: 3, background } });
  await sheet
    .composite(await Promise.all(placed))
    .webp({ quality: 90 })
    .toFile(`${folder}/sheet-${name}.webp`);
}
