/**
 * Fits the weights by which a cloth's pattern is told, and measures them on photos left out.
 *   node scripts/garment-network/fit-pattern.ts --images DIR --masks DIR [--out FILE]
 * DIR of --images holds {class}/*.jpg, DIR of --masks {class}/*.png, white where the garment is. Which photo shows which
 * pattern is in pattern-labels.json, said by eye. Plain ones serve again with drawn patterns laid on them, under their own
 * folds: without those there would be four dotted garments to learn from.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { toOklab, type Oklab } from '#science/imaging/oklab.ts';
import { toSrgb } from '#science/imaging/to-srgb.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { drawCloth, drawPattern } from '#science/imaging/pattern/draw-cloth.ts';
import { measureCloth, type ClothMeasures } from '#science/imaging/pattern/measure-cloth.ts';
import { expandMeasures, pattern_kinds, type PatternKind } from '#science/imaging/pattern/tell-pattern.ts';

interface Row {
  inputs: number[];
  kind: PatternKind;
  /** Drawn ones count less than real ones. */
  weight: number;
  /** Photos of one fold are left out together with what was drawn on them. */
  fold: number;
  file: string;
  is_drawn: boolean;
}

/** Of each kind; less weight than a photo, which they are only like. */
const drawn_count = 40;
const drawn_weight = 0.3;
/** Far from the seeds of the tests. */
const first_seed = 50_000;
const folds = 5;
/** Strength of the pull to zero, as rows: found by leaving out. */
const ridge = 10;
const rounds = 600;
const rate = 0.08;

const { values } = parseArgs({ options: { images: { type: 'string' }, masks: { type: 'string' }, out: { type: 'string' } } });
if (values.images === undefined || values.masks === undefined) throw new Error('Give --images DIR and --masks DIR.');
const labels = JSON.parse(readFileSync(new URL('pattern-labels.json', import.meta.url), 'utf8')) as Record<PatternKind, string[]>;

const rows = [...(await measureAll(values.images, values.masks)), ...measureDrawn()];
printLeftOut();
if (values.out !== undefined) writeFileSync(values.out, asCode(fitWeights(rows)));

async function measureAll(images: string, masks: string): Promise<Row[]> {
  const found: Row[] = [];
  let number = 0;
  for (const kind of pattern_kinds)
    for (const file of labels[kind]) {
      const mask = join(masks, file.replace(/\.\w+$/, '.png'));
      number++;
      if (!existsSync(mask)) continue;
      const { picture, alpha } = await readPair(join(images, file), mask);
      const add = (measures: ClothMeasures | undefined, of: PatternKind, weight: number): void => {
        if (measures) found.push({ inputs: expandMeasures(measures), kind: of, weight, fold: number % folds, file, is_drawn: weight < 1 });
      };
      add(measureCloth(picture, alpha), kind, 1);
      if (kind === 'plain') {
        const drawn = pattern_kinds[1 + (number % 4)]!;
        add(measureCloth(dressWith(picture, drawn, number), alpha), drawn, drawn === 'printed' ? 0.1 : 0.3);
      }
    }
  // Where masks are missing, those that are there stand for the others of their kind.
  const ofKind = (kind: PatternKind): number => found.filter((row) => row.kind === kind && !row.is_drawn).length;
  const missing = Object.fromEntries(pattern_kinds.map((kind) => [kind, labels[kind].length / Math.max(1, ofKind(kind))])) as Record<
    PatternKind,
    number
  >;
  return found.map((row) => (row.is_drawn ? row : { ...row, weight: missing[row.kind] }));
}

/** Cloths drawn as a whole: stripes of all widths, and plain cloth with nothing but folds and grain. */
function measureDrawn(): Row[] {
  const size = { width: 150, height: 170 };
  const alpha = new Uint8Array(size.width * size.height).fill(255);
  return pattern_kinds.flatMap((kind, k) =>
    Array.from({ length: drawn_count }, (_, i): Row => {
      const measures = measureCloth(drawCloth(kind, size, first_seed + k * 1000 + i * 3), alpha)!;
      return { inputs: expandMeasures(measures), kind, weight: drawn_weight, fold: i % folds, file: `drawn ${kind} ${i}`, is_drawn: true };
    }),
  );
}

async function readPair(file: string, mask: string): Promise<{ picture: Picture; alpha: Uint8Array }> {
  const { data, info } = await sharp(file).autoOrient().removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const alpha = await sharp(mask).resize(info.width, info.height, { fit: 'fill' }).toColourspace('b-w').extractChannel(0).raw().toBuffer();
  return { picture: { width: info.width, height: info.height, data }, alpha: new Uint8Array(alpha) };
}

/** Gives the cloth of a plain garment drawn colours, each as light as the cloth is there against its own mean. */
function dressWith(picture: Picture, kind: PatternKind, seed: number): Picture {
  const colors = drawPattern(kind, picture, seed);
  const own = Array.from({ length: picture.width * picture.height }, (_, i) => lightnessAt(picture, i));
  const mean = own.reduce((sum, one) => sum + one, 0) / own.length;
  const data = new Uint8ClampedArray(picture.data.length);
  own.forEach((lightness, i) => {
    const scale = Math.min(1.5, lightness / mean);
    const color: Oklab = [colors[i * 3]! * scale, colors[i * 3 + 1]! * scale, colors[i * 3 + 2]! * scale];
    data.set(
      toSrgb(color).map((value) => value * 255),
      i * 3,
    );
  });
  return { ...picture, data };
}

function lightnessAt({ data }: Picture, i: number): number {
  return toOklab([data[i * 3]! / 255, data[i * 3 + 1]! / 255, data[i * 3 + 2]! / 255])[0];
}

/** Fits on columns of mean 0 and spread 1, so that the ridge pulls all alike, and gives weights for the columns as they are. */
function fitWeights(from: readonly Row[]): number[][] {
  const columns = from[0]!.inputs.map((_, at) => spreadOf(from.map(({ inputs }) => inputs[at]!)));
  const even = from.map((row) => ({
    ...row,
    inputs: row.inputs.map((value, at) => (at === 0 ? 1 : (value - columns[at]!.mean) / columns[at]!.spread)),
  }));
  return fitEven(even).map((own) => {
    const scaled = own.map((value, at) => (at === 0 ? value : value / columns[at]!.spread));
    const shift = scaled.reduce((sum, value, at) => sum + (at === 0 ? 0 : value * columns[at]!.mean), 0);
    return scaled.map((value, at) => (at === 0 ? value - shift : value));
  });
}

function spreadOf(column: readonly number[]): { mean: number; spread: number } {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  return { mean, spread: Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length) + 1e-6 };
}

/** Multinomial logistic regression with a ridge, by gradient descent with Adam's steps; convex, so the start does not matter. */
function fitEven(from: readonly Row[]): number[][] {
  const width = from[0]!.inputs.length;
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  const weights = pattern_kinds.map(() => new Float64Array(width));
  const [first, second] = [pattern_kinds.map(() => new Float64Array(width)), pattern_kinds.map(() => new Float64Array(width))];
  for (let round = 1; round <= rounds; round++) {
    const gradient = weights.map((own) => own.map((value, at) => (at === 0 ? 0 : (ridge * value) / total)));
    for (const { inputs, kind, weight } of from) {
      const chances = softmax(weights.map((own) => own.reduce((sum, value, at) => sum + value * inputs[at]!, 0)));
      chances.forEach((chance, k) => {
        const step = ((chance - (pattern_kinds[k] === kind ? 1 : 0)) * weight) / total;
        for (let at = 0; at < width; at++) gradient[k]![at]! += step * inputs[at]!;
      });
    }
    const speed = (rate * Math.sqrt(1 - 0.999 ** round)) / (1 - 0.9 ** round);
    gradient.forEach((own, k) =>
      own.forEach((value, at) => {
        first[k]![at] = 0.9 * first[k]![at]! + 0.1 * value;
        second[k]![at] = 0.999 * second[k]![at]! + 0.001 * value * value;
        weights[k]![at]! -= (speed * first[k]![at]) / (Math.sqrt(second[k]![at]) + 1e-8);
      }),
    );
  }
  return weights.map((own) => [...own]);
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const total = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / total);
}

function printLeftOut(): void {
  const counts = pattern_kinds.map(() => pattern_kinds.map(() => 0));
  const wrong: string[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitWeights(rows.filter((row) => row.fold !== fold));
    for (const row of rows.filter((one) => one.fold === fold && !one.is_drawn)) {
      const chances = softmax(weights.map((own) => own.reduce((sum, value, at) => sum + value * row.inputs[at]!, 0)));
      const said = chances.indexOf(Math.max(...chances));
      counts[pattern_kinds.indexOf(row.kind)]![said]!++;
      if (pattern_kinds[said] !== row.kind)
        wrong.push(`${row.file} is ${row.kind}, said ${pattern_kinds[said]} ${chances[said]!.toFixed(2)}`);
    }
  }
  console.log(wrong.toSorted().join('\n'));
  pattern_kinds.forEach((kind, k) => console.log(`${kind.padEnd(10)}${counts[k]!.map((count) => String(count).padStart(6)).join('')}`));
  const all = counts.flat().reduce((sum, count) => sum + count, 0);
  console.log(`left out: ${(counts.reduce((sum, own, k) => sum + own[k]!, 0) / all).toFixed(3)} of ${all} photos right`);
}

function asCode(weights: readonly (readonly number[])[]): string {
  const lines = weights.map((own) => `  [${own.map((value) => Number(value.toFixed(3))).join(', ')}],`);
  return `/**
 * One row a kind of pattern, in their order; the columns are those of expandMeasures in tell-pattern.ts.
 * Written by scripts/garment-network/fit-pattern.ts.
 */
export const pattern_weights: readonly (readonly number[])[] = [
${lines.join('\n')}
];
`;
}
