/**
 * Measures how well garments are told apart on photos of known kind.
 *   node bench/tags.ts --images DIR [--out FILE]
 * DIR holds one folder a class (dress, hat, longsleeve, …), each with photos. FILE gets what was said of each photo.
 * Prints what was taken for what; the last line is JSON.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { garment_classes, type ClassChances, type GarmentClass } from '#areas/garments/tagging/garment-classes.ts';
import type { GarmentTags } from '#areas/garments/tagging/garment-tags.ts';
import { network_file, readGarment } from '#areas/garments/tagging/read-garment.ts';
import { tagGarment } from '#areas/garments/tagging/tag-garment.ts';
import { keepTensorModel } from '#platform/vision-runtime/keep-tensor-model.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { measureClassification } from '#science/numerics/classification-figures.ts';
import { nearestRows } from '#science/numerics/nearest-rows.ts';

interface Tagged {
  file: string;
  real: GarmentClass;
  chances: ClassChances;
  tags: GarmentTags;
  took_ms: number;
}

const { values } = parseArgs({ options: { images: { type: 'string' }, out: { type: 'string' } } });
if (values.images === undefined) throw new Error('Give --images DIR.');

const photos = listPhotos(values.images);
const model = await keepTensorModel(network_file);
// The first photo compiles; a server has seen photos before.
await tagPhoto(photos[0]!);
const tagged: Tagged[] = [];
for (const photo of photos) tagged.push(await tagPhoto(photo));

if (values.out !== undefined)
  writeFileSync(values.out, JSON.stringify(tagged.map((one) => ({ ...one, tags: { ...one.tags, embedding: [] } }))));
printConfusion();
console.log(JSON.stringify(figures()));

function listPhotos(folder: string): { file: string; real: GarmentClass }[] {
  const classes = readdirSync(folder).toSorted();
  const strange = classes.find((name) => !(garment_classes as readonly string[]).includes(name));
  if (strange !== undefined) throw new Error(`${strange} is none of ${garment_classes.join(', ')}.`);
  return classes.flatMap((name) =>
    readdirSync(join(folder, name))
      .toSorted()
      .map((file) => ({ file: join(folder, name, file), real: name as GarmentClass })),
  );
}

async function tagPhoto({ file, real }: { file: string; real: GarmentClass }): Promise<Tagged> {
  const start = performance.now();
  const picture = await readPicture(file);
  const tags = await tagGarment({ picture, alpha: null });
  const took_ms = performance.now() - start;
  const { chances } = await readGarment(model, picture);
  return { file, real, chances, tags, took_ms };
}

/** Upright, three channels. */
async function readPicture(file: string): Promise<Picture> {
  const { data, info } = await sharp(file).autoOrient().removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

function ranked({ chances }: Tagged): GarmentClass[] {
  return garment_classes.toSorted((one, other) => chances[other] - chances[one]);
}

function printConfusion(): void {
  console.log(`${'real \\ said'.padEnd(12)}${garment_classes.map((name) => name.slice(0, 7).padStart(8)).join('')}`);
  for (const real of garment_classes) {
    const of_class = tagged.filter((one) => one.real === real);
    const counts = garment_classes.map((said) => of_class.filter((one) => ranked(one)[0] === said).length);
    console.log(`${real.padEnd(12)}${counts.map((count) => String(count || '.').padStart(8)).join('')}`);
  }
}

function figures() {
  const count = tagged.length;
  const right = (one: Tagged): boolean => ranked(one)[0] === one.real;
  const in_two = (one: Tagged): boolean => ranked(one).slice(0, 2).includes(one.real);
  const measured = measureClassification({
    probabilities: Float64Array.from(tagged.flatMap(({ chances }) => garment_classes.map((name) => chances[name]))),
    classes_of: Uint8Array.from(tagged, ({ real }) => garment_classes.indexOf(real)),
    classes: garment_classes.length,
  });
  const doubtful = tagged.filter(({ tags }) => tags.category.second !== undefined);
  return {
    images: count,
    accuracy: round(tagged.filter(right).length / count),
    top2: round(tagged.filter(in_two).length / count),
    macro_f1: round(measured.macro_f1),
    per_class: Object.fromEntries(garment_classes.map((name) => [name, ofClass(name, right)])),
    ms_per_image: round(tagged.reduce((sum, { took_ms }) => sum + took_ms, 0) / count),
    log_loss: round(measured.log_loss),
    ece: round(measured.ece),
    doubtful: round(doubtful.length / count),
    right_when_sure: round(
      tagged.filter((one) => one.tags.category.second === undefined && right(one)).length / Math.max(1, count - doubtful.length),
    ),
    similar_same_class: round(similarSameClass()),
    likeness: likenessFigures(),
    patterns: countBy(tagged.map(({ tags }) => tags.pattern.value)),
  };
}

function ofClass(name: GarmentClass, right: (one: Tagged) => boolean) {
  const real = tagged.filter((one) => one.real === name);
  const said = tagged.filter((one) => ranked(one)[0] === name);
  const hits = real.filter(right).length;
  const share = (of: number): number => round(of === 0 ? 0 : hits / of);
  return { images: real.length, recall: share(real.length), precision: share(said.length), f1: share((real.length + said.length) / 2) };
}

/** Of the five most alike by embedding, the share of the same class. */
function similarSameClass(): number {
  const dimensions = tagged[0]!.tags.embedding.length;
  const rows = Float32Array.from(tagged.flatMap(({ tags }) => [...tags.embedding]));
  const shares = tagged.map(({ real, tags }, at) => {
    const near = nearestRows({ rows, dimensions }, tags.embedding, 6).filter(({ index }) => index !== at);
    return near.filter(({ index }) => tagged[index]!.real === real).length / near.length;
  });
  return shares.reduce((sum, one) => sum + one, 0) / shares.length;
}

/** At each least likeness: of pairs of one class the share that passes, of pairs of two the same, and of those the share whose said kinds differ too. */
function likenessFigures() {
  const pairs = tagged.flatMap((one, i) =>
    tagged.slice(i + 1).map((other) => ({
      likeness: one.tags.embedding.reduce((sum, value, d) => sum + value * other.tags.embedding[d]!, 0),
      is_same: one.real === other.real,
      is_said_same: one.tags.category.value === other.tags.category.value,
    })),
  );
  const [same, others] = [pairs.filter(({ is_same }) => is_same), pairs.filter(({ is_same }) => !is_same)];
  const share = (of: typeof pairs, test: (pair: (typeof pairs)[number]) => boolean) => round(of.filter(test).length / of.length);
  return [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((least) => ({
    least,
    same: share(same, ({ likeness }) => likeness >= least),
    other: share(others, ({ likeness }) => likeness >= least),
    same_by_kind: share(same, ({ likeness, is_said_same }) => is_said_same && likeness >= least),
    other_by_kind: share(others, ({ likeness, is_said_same }) => is_said_same && likeness >= least),
  }));
}

function countBy(words: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(words)].toSorted().map((word) => [word, words.filter((one) => one === word).length]));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
