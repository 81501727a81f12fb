import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from '#science/imaging/picture.ts';
import { valueNoise } from '#science/imaging/value-noise.ts';
import { cutOut } from './cut-out.ts';

const [width, height] = [240, 288];
const ground = 244;

/** A T-shirt; coordinates in px. */
function isShirt(x: number, y: number): boolean {
  const across = Math.abs(x - width / 2);
  if (y < 50 || y > 235) return false;
  return across < 52 || (across < 92 && y > 50 + (across - 52) * 0.8 && y < 92 + (across - 52) * 0.5);
}

const isPrint = (x: number, y: number): boolean => Math.hypot(x - width / 2, (y - 130) * 0.8) < 28;

interface Look {
  /** Levels of 255 by which the cloth is lighter than the ground, or darker below 0. */
  cloth: number;
  /** px over which the cloth fades into the ground. */
  fade?: number;
  /** Levels of the soft shadow below the shirt at its darkest. */
  shadow?: number;
  has_hole?: boolean;
}

/** A shirt with a dark print on a plain light ground, as a shop's photo comes: grain of the cloth, a soft shadow, JPEG. */
function drawShopPhoto({ cloth, fade = 0, shadow = 10, has_hole = false }: Look): Picture {
  const noise = valueNoise(5);
  const grey = Float64Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (isPrint(x, y)) return has_hole && Math.hypot(x - width / 2, y - 130) < 12 ? ground + cloth : 45 + noise(x / 4, y / 4) * 30;
    const depth = fade === 0 ? 1 : Math.min(1, depthAt(x, y) / fade);
    if (isShirt(x, y)) return Math.min(255, ground + cloth * depth + (noise(x / 9, y / 14) - 0.5) * 5 * depth);
    return ground - shadow * Math.exp(-(((x - width / 2) / 75) ** 2) - ((y - 236) / 16) ** 2);
  });
  const data = new Uint8ClampedArray(width * height * 3);
  throughJpeg(grey).forEach((value, i) => data.fill(Math.round(value), i * 3, i * 3 + 3));
  return { width, height, data };
}

/** About how far inside the shirt a place is, px, up to 24. */
function depthAt(x: number, y: number): number {
  for (let reach = 1; reach < 24; reach++)
    for (const [dx, dy] of [
      [reach, 0],
      [-reach, 0],
      [0, reach],
      [0, -reach],
    ] as const)
      if (!isShirt(x + dx, y + dy)) return reach;
  return 24;
}

/** What JPEG does to grey: cosines of each 8 x 8 block, rounded to steps that grow with their frequency. Sides must be multiples of 8. */
function throughJpeg(grey: Float64Array): Float64Array {
  const out = new Float64Array(grey.length);
  const cosine = (k: number, n: number): number => (k === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * n + 1) * k * Math.PI) / 16);
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      const at = (x: number, y: number): number => (top + y) * width + left + x;
      for (let v = 0; v < 8; v++)
        for (let u = 0; u < 8; u++) {
          let sum = 0;
          for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) sum += grey[at(x, y)]! * cosine(u, x) * cosine(v, y);
          const step = 3 + 1.5 * (u + v);
          const kept = Math.round(sum / step) * step;
          if (kept !== 0) for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) out[at(x, y)]! += kept * cosine(u, x) * cosine(v, y);
        }
    }
  return out;
}

function overlap(alpha: Uint8ClampedArray): number {
  let [both, either] = [0, 0];
  alpha.forEach((value, i) => {
    const [is_found, is_wanted] = [value > 127, isShirt(i % width, Math.floor(i / width))];
    if (is_found && is_wanted) both++;
    if (is_found || is_wanted) either++;
  });
  return both / either;
}

test('a white shirt on a light backdrop is cut out whole, not its dark print alone', () => {
  const looks: Look[] = [{ cloth: 8 }, { cloth: 5 }, { cloth: 8, shadow: 20 }, { cloth: -9, shadow: 0 }, { cloth: 8, has_hole: true }];
  for (const look of looks) {
    const { alpha, is_sure, quality } = cutOut(drawShopPhoto(look));
    assert.ok(overlap(alpha) > 0.95, `${JSON.stringify(look)}: ${overlap(alpha)}`);
    assert.ok(is_sure, `${JSON.stringify(look)}: ${quality}`);
  }
});

test('where cloth fades into its backdrop or its shadow, nobody is told that the print is all', () => {
  for (const look of [{ cloth: 8, fade: 24 }, { cloth: -9, fade: 24 }, { cloth: -9 }] as Look[]) {
    const { alpha, quality, doubts } = cutOut(drawShopPhoto(look));
    assert.ok(
      overlap(alpha) > 0.9 || (quality < 0.6 && doubts.includes('weak_contrast')),
      `${JSON.stringify(look)}: ${overlap(alpha)} ${quality}`,
    );
  }
});
