import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from '#science/imaging/picture.ts';
import { blankRaster, type Raster } from '#science/imaging/raster.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { valueNoise } from '#science/imaging/value-noise.ts';
import { cutOut } from './cut-out.ts';
import { quality_sure } from './rate-mask.ts';

const [width, height] = [150, 180];

/** A shape like a shirt: a body and two sleeves. Coordinates in px of the picture. */
function isShirt(x: number, y: number): boolean {
  const across = Math.abs(x - width / 2);
  if (y < 40 || y > 145) return false;
  return across < 30 || (across < 55 && y > 40 + (across - 30) * 0.9 && y < 62 + (across - 30) * 0.9);
}

interface Look {
  /** sRGB of thing and ground. */
  thing: readonly [number, number, number];
  ground: readonly [number, number, number];
  /** Strength of the texture of each, 8-bit steps. */
  texture?: number;
  shift?: number;
  is_mirrored?: boolean;
}

function draw({ thing, ground, texture = 20, shift = 0, is_mirrored = false }: Look): Picture {
  const noise = valueNoise(11);
  const data = new Uint8ClampedArray(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [is_mirrored ? width - 1 - (i % width) : i % width, Math.floor(i / width)];
    const is_inside = isShirt(x, y);
    const grain = (noise(x / 3, y / (is_inside ? 9 : 2)) - 0.5) * texture;
    for (let c = 0; c < 3; c++) data[i * 3 + c] = (is_inside ? thing : ground)[c]! + grain + shift;
  }
  return { width, height, data };
}

const red_on_oak: Look = { thing: [170, 40, 50], ground: [190, 150, 110] };

function overlap(alpha: Uint8ClampedArray, isWanted: (x: number, y: number) => boolean): number {
  let [both, either] = [0, 0];
  alpha.forEach((value, i) => {
    const [is_found, is_wanted] = [value > 127, isWanted(i % width, Math.floor(i / width))];
    if (is_found && is_wanted) both++;
    if (is_found || is_wanted) either++;
  });
  return both / either;
}

function brush(left: number, top: number, side: number): Raster {
  const raster = blankRaster({ left: 0, top: 0, width, height });
  for (let y = top; y < top + side; y++) raster.data.fill(1, y * width + left, y * width + left + side);
  return raster;
}

test('a drawn shirt on textured ground is cut out, surely', () => {
  for (const look of [
    red_on_oak,
    { thing: [245, 245, 240], ground: [205, 203, 200], texture: 8 },
    { thing: [40, 45, 60], ground: [120, 120, 125], texture: 40 },
  ] as Look[]) {
    const { alpha, quality, is_sure } = cutOut(draw(look));
    assert.ok(overlap(alpha, isShirt) > 0.95, `${look.thing.join()}: ${overlap(alpha, isShirt)}`);
    assert.ok(is_sure && quality <= 1, `${look.thing.join()}: ${quality}`);
  }
});

test('where the picture mixes thing and ground the mask does too', () => {
  const half = shrinkPicture(draw(red_on_oak), { width: 100, height: 120 });
  const soft = cutOut(half).alpha.filter((value) => value > 40 && value < 215).length;
  // The outline is about 300 px long at this size, its slanted parts mixed.
  assert.ok(soft > 40 && soft < 900, String(soft));
});

test('a mirrored picture gives the mirrored mask, a brighter one the same', () => {
  const { alpha } = cutOut(draw(red_on_oak));
  const isFound = (x: number, y: number): boolean => alpha[y * width + x]! > 127;
  assert.ok(overlap(cutOut(draw({ ...red_on_oak, is_mirrored: true })).alpha, (x, y) => isFound(width - 1 - x, y)) > 0.98);
  assert.ok(overlap(cutOut(draw({ ...red_on_oak, shift: 25 })).alpha, isFound) > 0.98);
});

test('a picture of nothing is never called sure', () => {
  const blank = { width, height, data: new Uint8Array(width * height * 3).fill(128) };
  const same: Look = { thing: [150, 150, 150], ground: [150, 150, 150], texture: 30 };
  for (const picture of [blank, draw(same)]) {
    const { quality, is_sure, doubts } = cutOut(picture);
    assert.ok(!is_sure && quality < quality_sure && doubts.length > 0, `${quality} ${doubts.join()}`);
    assert.ok(doubts.includes('nothing_found') || doubts.includes('nothing_apart'), doubts.join());
  }
});

test('a picture that was cut out before keeps its opacity', () => {
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) data.set([90, 60, 30, isShirt(i % width, Math.floor(i / width)) ? 255 : 0], i * 4);
  const { alpha, is_sure } = cutOut({ width, height, data });
  assert.equal(overlap(alpha, isShirt), 1);
  assert.ok(is_sure);
  assert.deepEqual(cutOut({ width, height, data: data.map((value, i) => (i % 4 === 3 ? 0 : value)) }).doubts, ['nothing_found']);
});

test('opacity that says nothing changes nothing', () => {
  const { data } = draw(red_on_oak);
  const opaque = new Uint8Array(width * height * 4).map((_, i) => (i % 4 === 3 ? 255 : data[Math.floor(i / 4) * 3 + (i % 4)]!));
  assert.deepEqual(cutOut({ width, height, data: opaque }).alpha, cutOut(draw(red_on_oak)).alpha);
});

test('slivers and specks are refused, not crashed on', () => {
  for (const [w, h] of [
    [1, 1],
    [400, 1],
    [23, 200],
  ] as const) {
    const { alpha, quality, doubts } = cutOut({ width: w, height: h, data: new Uint8Array(w * h * 3) });
    assert.deepEqual([alpha.length, quality, doubts], [w * h, 0, ['too_small']]);
  }
});

test('what the brush keeps stays and what it removes goes', () => {
  const picture = draw(red_on_oak);
  const removed = cutOut(picture, { remove: brush(60, 120, 20) });
  assert.equal(removed.alpha[130 * width + 70], 0);
  const kept = cutOut(picture, { keep: brush(10, 150, 20) });
  assert.equal(kept.alpha[160 * width + 20], 255);
});

test('a prior says which of two things is meant', () => {
  const isLeft = (x: number, y: number): boolean => x > 12 && x < 62 && y > 50 && y < 130;
  const isRight = (x: number, y: number): boolean => isLeft(width - x, y);
  const noise = valueNoise(3);
  const data = new Uint8ClampedArray(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const color = isLeft(x, y) ? [170, 40, 50] : isRight(x, y) ? [40, 60, 160] : [200, 190, 180];
    for (let c = 0; c < 3; c++) data[i * 3 + c] = color[c]! + (noise(x / 2, y / 2) - 0.5) * 20;
  }
  const prior = blankRaster({ left: 0, top: 0, width: 15, height: 18 });
  prior.data.forEach((_, i) => (prior.data[i] = isLeft((i % 15) * 10 + 5, Math.floor(i / 15) * 10 + 5) ? 0.99 : 0.01));
  const found = overlap(cutOut({ width, height, data }, { prior }).alpha, isLeft);
  assert.ok(found > 0.9, String(found));
});
