import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categories } from '#contract/garment-kinds.ts';
import { makeWorkers } from '#platform/workers/make-workers.ts';
import { toCielab } from '#science/imaging/cielab.ts';
import { drawCloth } from '#science/imaging/pattern/draw-cloth.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { nameColor } from './color-names.ts';
import { category_of_class, garment_classes, toClassChances } from './garment-classes.ts';
import type { GarmentTags } from './garment-tags.ts';
import { guessCategory } from './guess-category.ts';
import { guessFormality } from './guess-formality.ts';
import { guessSeasons } from './guess-seasons.ts';
import { letterbox } from '../network/letterbox.ts';
import { spreadMask } from './spread-mask.ts';
import { steadyLight } from './steady-light.ts';
import { tagGarment } from './tag-garment.ts';

const certain = (of: string) => toClassChances(garment_classes.map((one) => (one === of ? 1 : 0)));
const between = (one: string, other: string) =>
  toClassChances(garment_classes.map((name) => (name === one ? 0.5 : name === other ? 0.45 : 0.05 / 8)));
const navy = { lab: [18, 3, -14], name: 'navy', share: 1, confidence: 0.9 } as const;

test('each class has a category of the contract', () => {
  for (const one of garment_classes) assert.ok(categories.includes(category_of_class[one]), one);
});

test('a doubtful category comes with the second, a certain one alone', () => {
  const doubtful = guessCategory(between('shirt', 'longsleeve'), []);
  assert.deepEqual([doubtful.value, doubtful.second?.value], ['shirt', 'knitwear']);
  assert.equal(guessCategory(certain('shirt'), []).second, undefined);
});

test('trousers of denim blue are jeans, with what is left for trousers', () => {
  assert.deepEqual(guessCategory(certain('pants'), [{ ...navy, lab: [...navy.lab] }]).value, 'jeans');
  assert.equal(guessCategory(certain('pants'), []).value, 'trousers');
  assert.equal(guessCategory(certain('skirt'), [{ ...navy, lab: [...navy.lab] }]).value, 'skirt');
});

test('shorts are for summer and not for winter, outerwear the other way round', () => {
  const [shorts, coat] = [guessSeasons(certain('shorts'), undefined).value, guessSeasons(certain('outwear'), undefined).value];
  assert.ok(shorts.includes('summer') && !shorts.includes('winter'));
  assert.ok(coat.includes('winter') && !coat.includes('summer'));
});

test('a dark plain dress is more formal than a printed T-shirt, and jeans less than dark trousers', () => {
  const dark = { lab: [15, 0, 0], pattern: 'plain', is_denim: false } as const;
  const loud = { lab: [50, 60, 30], pattern: 'printed', is_denim: false } as const;
  assert.ok(guessFormality(certain('dress'), dark).value > guessFormality(certain('t-shirt'), loud).value + 0.3);
  assert.ok(guessFormality(certain('pants'), { ...dark, is_denim: true }).value < guessFormality(certain('pants'), dark).value);
});

test('who is less sure of the kind is less sure how formal it is', () => {
  const looks = { lab: undefined, pattern: 'plain', is_denim: false } as const;
  const [sure, unsure] = [guessFormality(certain('t-shirt'), looks), guessFormality(between('t-shirt', 'dress'), looks)];
  assert.ok(sure.confidence > unsure.confidence && unsure.confidence > 0 && sure.confidence < 1);
});

const named: [hex: string, name: string][] = [
  ['#101012', 'black'],
  ['#f4f4f2', 'white'],
  ['#808080', 'grey'],
  ['#1b2440', 'navy'],
  ['#b01828', 'red'],
  ['#6b1f2e', 'burgundy'],
  ['#d8c7a8', 'beige'],
  ['#4a5a2c', 'olive'],
  ['#e8c830', 'yellow'],
  ['#7a5030', 'brown'],
  ['#f0a8b8', 'light pink'],
  ['#2050c0', 'blue'],
];
test('colours are called what people call them', () => {
  for (const [hex, name] of named) {
    const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    const said = nameColor(toCielab([part(1), part(3), part(5)]));
    assert.equal(said.name, name, hex);
    assert.ok(said.confidence >= 0.5 && said.confidence <= 1);
  }
});

function grey(width: number, height: number, value: number): Picture {
  return { width, height, data: new Uint8ClampedArray(width * height * 3).fill(value) };
}

test('a wide photo lies in the middle of its square, and a small one fills it', () => {
  for (const picture of [grey(300, 150, 255), grey(20, 10, 255)]) {
    const { planes, inner } = letterbox(picture, 100);
    assert.deepEqual(inner, { left: 0, top: 25, width: 100, height: 50 });
    assert.ok(Math.abs(planes[10 * 100 + 50]! - 128 / 255) < 1e-6);
    assert.equal(planes[50 * 100 + 50], 1);
  }
});

test('a dim photo is lightened, and one with a white wall is not', () => {
  assert.ok(steadyLight(grey(10, 10, 150)).data[0]! > 190);
  const lit = { ...grey(10, 10, 150) };
  lit.data.fill(250, 0, 60);
  assert.equal(steadyLight(lit), lit);
});

test('a coarse mask spreads over the photo and keeps its sides', () => {
  const spread = spreadMask({ width: 2, height: 1, data: Float32Array.of(1, 0) }, { width: 8, height: 4 });
  assert.deepEqual([spread[0], spread[7], spread.length], [255, 0, 32]);
});

const photo = { picture: drawCloth('striped', { width: 200, height: 260 }, 3), alpha: new Uint8Array(200 * 260).fill(255) };

test('the same photo gives the same tags, here and in a worker thread', async () => {
  const [one, again] = [await tagGarment(photo), await tagGarment(photo)];
  assert.deepEqual(one, again);
  const workers = makeWorkers({ threads_max: 1 });
  const { embedding, ...tags } = await workers.run<GarmentTags>({
    module: new URL('tag-garment.ts', import.meta.url),
    name: 'tagGarment',
    input: photo,
  });
  await workers.stop();
  assert.deepEqual({ ...tags, embedding: new Float32Array(embedding) }, one);
});

test('tags are of their form: a unit embedding, one to three colours, confidences between 0 and 1', async () => {
  const tags = await tagGarment({ ...photo, alpha: null });
  assert.ok(Math.abs(Math.hypot(...tags.embedding) - 1) < 1e-5);
  assert.ok(tags.colors.length <= 3);
  for (const { confidence } of [tags.category, tags.pattern, tags.seasons, tags.formality, ...tags.colors])
    assert.ok(confidence > 0 && confidence <= 1);
});

test('a photo without cloth has no colours, and is not refused', async () => {
  const tags = await tagGarment({ ...photo, alpha: new Uint8Array(200 * 260) });
  assert.deepEqual(tags.colors, []);
  assert.equal(tags.pattern.value, 'plain');
});

test('a large photo is tagged as its small copy is', async () => {
  const tags = await tagGarment({
    picture: drawCloth('plain', { width: 900, height: 1100 }, 8),
    alpha: new Uint8Array(900 * 1100).fill(255),
  });
  assert.equal(tags.colors[0]!.share, 1);
});
