/**
 * Measures what a cut-out says of photos that are no garment's: two garments laid on a floor, and bare floors, both made of photos
 * with masks; photos of people; and how often it says so of photos of one garment.
 *   node bench/doubts.ts --images DIR --masks DIR [--good DIR] [--people DIR] [--pairs 60] [--people-alone]
 * Prints a line for every photo that is told, and the counts as JSON; `person_ms` is the mean time of the look for a person. With
 * `--people-alone` nothing is cut out, floors and pairs are left out, and it is quick.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { findGarment } from '#areas/garments/cut-out/find-garment.ts';
import { showsPerson } from '#areas/garments/cut-out/shows-person.ts';
import { cutOut } from '#science/imaging/cut-out/cut-out.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { cutFloor, layTwo, type MaskedPhoto } from './cut-out/lay-garments.ts';
import { readMask, readPicture } from './cut-out/read-picture.ts';

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    masks: { type: 'string' },
    good: { type: 'string' },
    people: { type: 'string' },
    'people-alone': { type: 'boolean', default: false },
    pairs: { type: 'string', default: '60' },
  },
});
if (values.images === undefined || values.masks === undefined) throw new Error('Give --images DIR and --masks DIR.');
const { images, masks, good, people } = { images: values.images, masks: values.masks, good: values.good, people: values.people };
const is_quick = values['people-alone'];
const told = ['person', 'two_things', 'nothing_apart', 'nothing_found'] as const;
const counts: Record<string, Record<string, number>> = {};
const looks: number[] = [];

async function look(kind: string, name: string, picture: Picture): Promise<void> {
  const begun = performance.now();
  const is_worn = await showsPerson(picture);
  looks.push(performance.now() - begun);
  const { doubts, quality } = is_quick ? { doubts: [], quality: NaN } : cutOut(picture, { prior: await findGarment(picture) });
  const all: readonly string[] = is_worn ? ['person', ...doubts] : doubts;
  const count = (counts[kind] ??= { photos: 0, ...Object.fromEntries(told.map((doubt) => [doubt, 0])) });
  count.photos!++;
  for (const doubt of told.filter((one) => all.includes(one))) {
    count[doubt]!++;
    console.log(`${kind.padEnd(8)} ${name.padEnd(48)} ${quality.toFixed(2)}  ${doubt}`);
  }
}

const listPhotos = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(jpe?g|png|webp)$/i.test(path))
    .toSorted();
const decode = async (content: Buffer): Promise<Picture> => {
  const { data, info } = await sharp(content).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
};

const masked: (MaskedPhoto & { name: string })[] = [];
const floors: Buffer[] = [];
for (const name of listPhotos(images)) {
  const picture = await readPicture(join(images, name));
  await look('one', name, picture);
  if (is_quick) continue;
  const photo = { name, picture, mask: await readMask(join(masks, name.replace(/\.\w+$/, '.png')), picture) };
  masked.push(photo);
  const floor = await cutFloor(photo);
  if (!floor) continue;
  floors.push(floor);
  await look('floor', name, await decode(floor));
}
const random = seededRandom(3);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
for (let n = 0; n < (is_quick ? 0 : Number(values.pairs)); n++) {
  const first = pick(masked);
  const second = pick(masked.filter((one) => one !== first));
  const laid = await layTwo({ floor: pick(floors), garments: [first, second], is_upright: n % 2 === 1, random });
  await look('two', `${first.name} ${second.name}`, await decode(laid));
}
for (const name of good === undefined ? [] : listPhotos(good)) await look('one', name, await readPicture(join(good!, name)));
for (const name of people === undefined ? [] : listPhotos(people)) await look('person', name, await readPicture(join(people!, name)));
const person_ms = Math.round(looks.reduce((sum, ms) => sum + ms, 0) / looks.length);
console.log(JSON.stringify({ ...counts, person_ms }));
