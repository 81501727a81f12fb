import { seededRandom } from '#science/numerics/seeded-random.ts';
import { boxBlur } from '../box-blur.ts';
import type { Picture, Size } from '../picture.ts';
import { toSrgb } from '../to-srgb.ts';
import type { Oklab } from '../oklab.ts';
import type { PatternKind } from './tell-pattern.ts';

/** Where a drawn cloth's colour is the ground (0), or the first or second colour on it. */
type Drawing = (x: number, y: number) => 0 | 1 | 2;
type Random = () => number;

/** Lays a drawn pattern on a cloth of some size: for each pixel its colour, [height x width x 3] OKLab. Deterministic for a seed. */
export function drawPattern(kind: PatternKind, { width, height }: Size, seed: number): Float32Array {
  const random = seededRandom(seed);
  const colors = drawColors(random);
  const drawing = drawings[kind](random, Math.sqrt(width * height));
  const angle = kind === 'plain' || kind === 'printed' ? 0 : (random() < 0.5 ? 0 : Math.PI / 2) + (random() - 0.5) * 0.3;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // Cloth never lies quite straight.
  const [bend, wave, phase] = [random() * 2.5, 40 + random() * 60, random() * 6];
  const out = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x + bend * Math.sin(y / wave + phase), y + bend * Math.sin(x / wave)];
      out.set(colors[drawing(u * cos - v * sin, u * sin + v * cos)], (y * width + x) * 3);
    }
  return out;
}

/** Draws a cloth as a camera sees it: pattern, folds, grain, all over the picture. Deterministic for a seed. */
export function drawCloth(kind: PatternKind, size: Size, seed: number): Picture {
  const colors = drawPattern(kind, size, seed);
  const light = drawFolds(size, seed + 1);
  const random = seededRandom(seed + 2);
  const data = new Uint8ClampedArray(size.width * size.height * 3);
  for (let i = 0; i < light.length; i++) {
    // Light scales linear sRGB; OKLab follows with the cube root.
    const scale = Math.cbrt(light[i]!);
    const color: Oklab = [colors[i * 3]! * scale, colors[i * 3 + 1]! * scale, colors[i * 3 + 2]! * scale];
    data.set(
      toSrgb(color).map((value) => value * 255 + (random() - 0.5) * 8),
      i * 3,
    );
  }
  return { ...size, data };
}

/** Light on folded cloth, about 1: soft creases of any direction. [height x width]. */
export function drawFolds({ width, height }: Size, seed: number): Float32Array {
  const random = seededRandom(seed);
  const data = new Float32Array(width * height).fill(1);
  const folds = 4 + Math.floor(random() * 8);
  for (let k = 0; k < folds; k++) {
    const [x0, y0, angle] = [random() * width, random() * height, random() * Math.PI];
    const [cos, sin, reach, depth] = [Math.cos(angle), Math.sin(angle), 3 + random() * 14, (random() - 0.6) * 0.7];
    for (let i = 0; i < data.length; i++) {
      const across = ((i % width) - x0) * sin - (Math.floor(i / width) - y0) * cos;
      if (Math.abs(across) < 4 * reach) data[i]! *= 1 + depth * (across / reach) * Math.exp(-((across / reach) ** 2));
    }
  }
  return boxBlur({ left: 0, top: 0, width, height, data }, 1.5).data;
}

/** A ground and two colours that stand out from it. */
function drawColors(random: Random): [Oklab, Oklab, Oklab] {
  const ground = drawColor(random);
  const others: Oklab[] = [];
  while (others.length < 2) {
    const one = drawColor(random);
    if (Math.hypot(...one.map((value, axis) => value - ground[axis]!)) > 0.16) others.push(one);
  }
  return [ground, others[0]!, others[1]!];
}

function drawColor(random: Random): Oklab {
  const [lightness, hue, chroma] = [0.2 + random() * 0.75, random() * 2 * Math.PI, random() < 0.4 ? 0.01 : random() * 0.15];
  return [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)];
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** `scale`: px, the square root of the cloth's area. Widths are those of clothes: stripes from a hundredth of it up. */
const drawings: Record<PatternKind, (random: Random, scale: number) => Drawing> = {
  plain: () => () => 0,
  striped: (random, scale) => {
    const period = Math.max(4, scale * (0.022 + random() ** 2 * 0.16));
    const [first, has_second] = [0.25 + random() * 0.4, random() < 0.3];
    return (x) => {
      const at = modulo(x, period) / period;
      return at < first ? 1 : has_second && at > 0.8 ? 2 : 0;
    };
  },
  checked: (random, scale) => {
    const period = Math.max(6, scale * (0.035 + random() ** 2 * 0.16));
    const [wide, is_tartan] = [0.12 + random() * 0.43, random() < 0.6];
    return (x, y) => {
      const [across, down] = [modulo(x, period) / period < wide, modulo(y, period) / period < wide];
      // Where bands cross, both dyes lie: as a third colour, or (a window check) as the same one.
      return across && down ? (is_tartan ? 2 : 1) : across || down ? 1 : 0;
    };
  },
  dotted: (random, scale) => {
    const period = Math.max(6, scale * (0.04 + random() * 0.08));
    const [radius, is_shifted] = [period * (0.17 + random() * 0.2), random() < 0.7];
    return (x, y) => {
      const row = Math.floor(y / period);
      const shifted = is_shifted && modulo(row, 2) === 1 ? x + period / 2 : x;
      return Math.hypot(modulo(shifted, period) - period / 2, modulo(y, period) - period / 2) < radius ? 1 : 0;
    };
  },
  printed: (random, scale) => (random() < 0.5 ? drawBlots(random, scale) : drawEmblem(random, scale)),
};

/** Flowers, leaves and camouflage: blots of uneven size all over. */
function drawBlots(random: Random, scale: number): Drawing {
  const reach = scale * (0.04 + random() * 0.08);
  const spots = Array.from({ length: Math.min(400, Math.ceil(((scale * 2.2) / reach) ** 2 / 3)) }, () => ({
    x: (random() - 0.6) * scale * 2.2,
    y: (random() - 0.6) * scale * 2.2,
    radius: reach * (0.25 + random() * 0.7),
    lobes: 3 + Math.floor(random() * 4),
    color: random() < 0.6 ? (1 as const) : (2 as const),
  })).map((spot) => ({ ...spot, x: spot.x + scale * 0.55, y: spot.y + scale * 0.55 }));
  return (x, y) => {
    for (const { x: x0, y: y0, radius, lobes, color } of spots) {
      const distance = Math.hypot(x - x0, y - y0);
      if (distance < radius * (0.75 + 0.25 * Math.cos(lobes * Math.atan2(y - y0, x - x0)))) return color;
    }
    return 0;
  };
}

/** A picture or letters on the chest: bars and discs within one box. */
function drawEmblem(random: Random, scale: number): Drawing {
  const side = scale * (0.28 + random() * 0.35);
  const [left, top] = [scale * 0.5 - side / 2, scale * 0.45 - side / 2];
  const parts = Array.from({ length: 6 + Math.floor(random() * 10) }, () => ({
    x: left + random() * side,
    y: top + random() * side,
    width: side * (0.05 + random() * 0.25),
    height: side * (0.04 + random() * 0.2),
    is_disc: random() < 0.4,
    color: random() < 0.6 ? (1 as const) : (2 as const),
  }));
  return (x, y) => {
    for (const { x: x0, y: y0, width, height, is_disc, color } of parts) {
      const [dx, dy] = [Math.abs(x - x0) / width, Math.abs(y - y0) / height];
      if (is_disc ? dx * dx + dy * dy < 0.4 : dx < 0.5 && dy < 0.5) return color;
    }
    return 0;
  };
}
