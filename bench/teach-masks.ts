/**
 * Cuts out every picture below a folder, small, for a network to learn from.
 *   node bench/teach-masks.ts --images DIR --out DIR [--quality 0.8] [--side 256] [--part 1/2]
 * OUT gets, at the same path, an 8-bit soft mask as PNG (longer side --side px, proportions kept) of each picture whose
 * quality is at least --quality, and a line {path, quality, written} for every picture in quality.jsonl (quality-1.jsonl with
 * --part). --part i/n takes every n-th picture, so that n processes share the work. What is there already is left alone.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { cutOut } from '#science/imaging/cut-out/cut-out.ts';
import { sizeWithin } from '#science/imaging/picture.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { readPicture } from './cut-out/read-picture.ts';

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    out: { type: 'string' },
    quality: { type: 'string', default: '0' },
    side: { type: 'string', default: '256' },
    part: { type: 'string', default: '1/1' },
  },
});
if (values.images === undefined || values.out === undefined) throw new Error('Give --images DIR and --out DIR.');
const { images, out } = { images: values.images, out: values.out };
const [part = 1, parts = 1] = values.part.split('/').map(Number);
const log = join(out, parts === 1 ? 'quality.jsonl' : `quality-${part}.jsonl`);
mkdirSync(out, { recursive: true });
const done = new Set(existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(pathOf) : []);
/** Mixed (seeded), so that what is done when it is stopped early is a fair sample of all folders. */
const draw = seededRandom(1);
const paths = readdirSync(images, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(jpe?g|png|webp)$/i.test(path))
  .toSorted()
  .filter((path, i) => i % parts === part - 1 && !done.has(path))
  .map((path) => ({ path, place: draw() }))
  .toSorted((one, other) => one.place - other.place)
  .map(({ path }) => path);
let written_count = 0;
for (const path of paths) {
  const picture = await readPicture(join(images, path));
  const small = shrinkPicture(picture, sizeWithin(picture, Number(values.side)));
  const { alpha, quality } = cutOut(small);
  const is_written = quality >= Number(values.quality);
  if (is_written) await writeMask(join(out, path.replace(/\.\w+$/, '.png')), alpha, small);
  appendFileSync(log, `${JSON.stringify({ path, quality: Number(quality.toFixed(4)), written: is_written })}\n`);
}
console.log(JSON.stringify({ images: paths.length, written: written_count }));

function pathOf(line: string): string {
  return line === '' ? '' : (JSON.parse(line) as { path: string }).path;
}

async function writeMask(file: string, alpha: Uint8ClampedArray, { width, height }: { width: number; height: number }): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await sharp(alpha, { raw: { width, height, channels: 1 } })
    .png()
    .toFile(file);
  written_count++;
}
