/**
 * Measures try-ons against photos in which the garment is worn, or draws them to be looked at.
 *   node bench/try-on.ts --pairs DIR --out DIR      DIR/{id}/person.jpg, garment.jpg, worn.png, masked-area.png
 *   node bench/try-on.ts --people DIR --garments DIR --out DIR
 * What masked-area.png covers is greyed out before the renderer may look. A line a pair; the last line is JSON.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findGarment } from '#areas/garments/cut-out/find-garment.ts';
import { tagGarment } from '#areas/garments/tagging/tag-garment.ts';
import { wearingOf } from '#areas/tryon/sessions/wearing-order.ts';
import { findBody } from '#platform/body-finder/find-body.ts';
import { checkPose } from '#science/body/check-pose.ts';
import { cutOut } from '#science/imaging/cut-out/cut-out.ts';
import { channelsOf, type Picture } from '#science/imaging/picture.ts';
import { renderLook } from '#science/try-on/render-look.ts';
import type { GarmentShape, Look, WornGarment } from '#science/try-on/try-on.ts';
import { readMask, readPicture } from './cut-out/read-picture.ts';
import { writeSheet } from './try-on/write-sheet.ts';
import { type LookScore, outlineIou, scoreLook } from './try-on/score-look.ts';
import { flatLook, stretchedLook } from './try-on/trivial-looks.ts';

const { values } = parseArgs({
  options: { pairs: { type: 'string' }, people: { type: 'string' }, garments: { type: 'string' }, out: { type: 'string' } },
});
const { pairs, people, garments, out } = values;
if (out === undefined || (pairs === undefined && (people === undefined || garments === undefined)))
  throw new Error('Give --out DIR, and --pairs DIR or --people DIR --garments DIR.');
mkdirSync(out, { recursive: true });

const isPicture = (name: string): boolean => /\.(jpe?g|png|webp)$/i.test(name);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
const round = (value: number): number => Number(value.toFixed(4));

async function readGarment(file: string): Promise<Picture> {
  const picture = await readPicture(file);
  if (channelsOf(picture) === 4) return picture;
  const { alpha } = cutOut(picture, { prior: await findGarment(picture) });
  const data = new Uint8ClampedArray(alpha.length * 4);
  for (let i = 0; i < alpha.length; i++) {
    for (let c = 0; c < 3; c++) data[i * 4 + c] = picture.data[i * 3 + c]!;
    data[i * 4 + 3] = alpha[i]!;
  }
  return { width: picture.width, height: picture.height, data };
}

type Body = NonNullable<Awaited<ReturnType<typeof findBody>>>;

async function dress(picture: Picture, garment: Picture): Promise<{ look: Look; s_taken: number } | undefined> {
  const body = await findBody(picture);
  return body && dressIn(picture, body, { picture: garment, shape: 'top' });
}

function dressIn(picture: Picture, body: Body, garment: WornGarment): { look: Look; s_taken: number } {
  const start = performance.now();
  const look = renderLook({ picture, joints: body.joints, mask: body.mask }, [garment]);
  return { look, s_taken: (performance.now() - start) / 1000 };
}

if (pairs !== undefined) {
  const scores: (LookScore & Record<'flat_region_ssim' | 'stretched_region_ssim' | 'outline_iou' | 's_taken', number>)[] = [];
  const tiles: Picture[] = [];
  for (const id of readdirSync(pairs).toSorted()) {
    const truth = await readPicture(join(pairs, id, 'person.jpg'));
    const garment = await readGarment(join(pairs, id, 'garment.jpg'));
    const [worn, masked] = [await readMask(join(pairs, id, 'worn.png'), truth), await readMask(join(pairs, id, 'masked-area.png'), truth)];
    const data = new Uint8ClampedArray(truth.data);
    for (let i = 0; i < masked.length; i++) if (masked[i]) data.fill(128, i * 3, i * 3 + 3);
    const greyed = { ...truth, data };
    const dressed = await dress(greyed, garment);
    const shown = dressed?.look.preview ?? greyed;
    const [flat, stretched] = [flatLook(greyed, garment, worn), await stretchedLook(greyed, garment, worn)];
    const own = scoreLook(shown, truth, worn);
    const score = {
      ...own,
      flat_region_ssim: scoreLook(flat, truth, worn).region_ssim,
      stretched_region_ssim: scoreLook(stretched, truth, worn).region_ssim,
      outline_iou: dressed ? outlineIou(dressed.look.garment, worn) : 0,
      s_taken: dressed?.s_taken ?? 0,
    };
    scores.push(score);
    tiles.push(truth, greyed, shown, stretched);
    console.log(
      `${id.padEnd(12)} SSIM ${score.region_ssim.toFixed(3)} (flat ${score.flat_region_ssim.toFixed(3)}, stretched ${score.stretched_region_ssim.toFixed(3)})  colour ${score.colour_de.toFixed(1)}  outline ${score.outline_iou.toFixed(3)}  ${score.s_taken.toFixed(2)} s`,
    );
  }
  console.log(await writeSheet(tiles, 4, join(out, 'pairs.jpg')));
  const of = (name: keyof (typeof scores)[number]): number => round(mean(scores.map((score) => score[name])));
  console.log(
    JSON.stringify({
      pairs: scores.length,
      region_ssim: of('region_ssim'),
      flat_region_ssim: of('flat_region_ssim'),
      stretched_region_ssim: of('stretched_region_ssim'),
      pairs_above_stretched: scores.filter((score) => score.region_ssim > score.stretched_region_ssim).length,
      colour_de: of('colour_de'),
      outline_iou: of('outline_iou'),
      whole_ssim: of('whole_ssim'),
      s_per_render: of('s_taken'),
      rss_mb: Math.round(process.memoryUsage().rss / 1e6),
    }),
  );
} else {
  const worn: WornGarment[] = [];
  for (const name of readdirSync(garments!).filter(isPicture).toSorted()) {
    const picture = await readGarment(join(garments!, name));
    const shape = await shapeOf(picture);
    if (shape) worn.push({ picture, shape });
    else console.log(`${name} is nothing that can be tried on`);
  }
  const counts = new Map<string, number>();
  const times: number[] = [];
  for (const name of readdirSync(people!).filter(isPicture).toSorted()) {
    const picture = await readPicture(join(people!, name));
    const body = await findBody(picture);
    if (!body) {
      console.log(`${name} shows nobody`);
      continue;
    }
    const verdict = checkPose(body.joints, picture);
    const tiles = [picture];
    for (const garment of worn) {
      if (verdict[garment.shape] !== null) continue;
      const { look, s_taken } = dressIn(picture, body, garment);
      tiles.push(look.preview);
      times.push(s_taken);
      counts.set(garment.shape, (counts.get(garment.shape) ?? 0) + 1);
    }
    console.log(await writeSheet(tiles, 8, join(out, `${basename(name).replace(/\.\w+$/, '')}.jpg`)));
  }
  console.log(
    JSON.stringify({
      looks: Object.fromEntries(counts),
      s_per_render: round(mean(times)),
      rss_mb: Math.round(process.memoryUsage().rss / 1e6),
    }),
  );
}

/** As a server would: by the kind that its tags say. */
async function shapeOf({ width, height, data }: Picture): Promise<GarmentShape | undefined> {
  const [rgb, alpha] = [new Uint8ClampedArray(width * height * 3), new Uint8Array(width * height)];
  for (let i = 0; i < alpha.length; i++) {
    alpha[i] = data[i * 4 + 3]!;
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = (data[i * 4 + c]! * alpha[i]! + 255 * (255 - alpha[i]!)) / 255;
  }
  const { category } = await tagGarment({ picture: { width, height, data: rgb }, alpha });
  return wearingOf(category.value)?.shape;
}
