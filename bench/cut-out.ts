/**
 * Measures cut-outs against masks, or draws them to be looked at.
 *   node bench/cut-out.ts --images DIR --masks DIR [--out DIR]
 *   node bench/cut-out.ts --images DIR --out DIR [--most 120]
 * Masks are PNG files of the pictures' names, light where the garment is. With --out a contact sheet of at most --most pictures,
 * least sure first, is written there. Prints a line a picture; with masks the last line is JSON.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findGarment } from '#areas/garments/cut-out/find-garment.ts';
import { cutOut } from '#science/imaging/cut-out/cut-out.ts';
import { drawContactSheet, type SheetEntry } from './cut-out/draw-contact-sheet.ts';
import { readMask, readPicture } from './cut-out/read-picture.ts';
import { scoreMasks, summarise, type Scored } from './cut-out/score-masks.ts';

const { values } = parseArgs({
  options: { images: { type: 'string' }, masks: { type: 'string' }, out: { type: 'string' }, most: { type: 'string', default: '120' } },
});
if (values.images === undefined || (values.masks === undefined && values.out === undefined))
  throw new Error('Give --images DIR, and --masks DIR or --out DIR.');
const { images, masks, out } = { images: values.images, masks: values.masks, out: values.out };
const most = masks === undefined ? Number(values.most) : Infinity;

const all = readdirSync(images, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(jpe?g|png|webp)$/i.test(path) && !path.endsWith('.mask.png'))
  .toSorted();
/** Every n-th, so that a sheet shows all folders. */
const paths = all.filter((_, i) => Math.floor((i * most) / all.length) !== Math.floor(((i - 1) * most) / all.length) || most >= all.length);
const scored: Scored[] = [];
const entries: SheetEntry[] = [];
for (const path of paths) {
  const picture = await readPicture(join(images, path));
  const start = performance.now();
  const { alpha, quality, doubts } = cutOut(picture, { prior: await findGarment(picture) });
  const s_taken = (performance.now() - start) / 1000;
  const mask = masks === undefined ? undefined : await readMask(join(masks, path.replace(/\.\w+$/, '.png')), picture);
  const score = mask === undefined ? undefined : scoreMasks(alpha, mask, picture);
  if (score !== undefined) scored.push({ ...score, quality, s_taken });
  if (out !== undefined)
    entries.push({
      picture,
      alpha,
      quality,
      label: `${path.split('/').at(-1)} ${quality.toFixed(2)} ${score?.iou.toFixed(3) ?? ''} ${doubts.join(' ')}`,
    });
  console.log(
    `${path.padEnd(36)} ${score === undefined ? '' : `IoU ${score.iou.toFixed(3)}  outline ${score.boundary_f.toFixed(3)}  `}quality ${quality.toFixed(2)}  ${s_taken.toFixed(2)} s  ${doubts.join(' ')}`,
  );
}
if (out !== undefined) {
  mkdirSync(out, { recursive: true });
  console.log(await drawContactSheet(entries, join(out, 'cut-outs.jpg')));
}
if (masks !== undefined) console.log(JSON.stringify(summarise(scored)));
