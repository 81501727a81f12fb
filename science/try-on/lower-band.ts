import type { Canvas } from '../imaging/draw-mesh.ts';
import type { Picture } from '../imaging/picture.ts';
import { type BareBody, torsoHalf } from './bare-body.ts';
import { readCloth } from './cloth-sample.ts';
import { layGrain } from './lay-grain.ts';
import type { PersonParts } from './parse-person.ts';

/** How high above the hip joints a band lies that something hangs over, in torso lengths. */
const usual_band = 0.2;
/** How much higher a band stands at its sides than in the middle, how broad it is, and how far down the old hem's shade is painted over: in torso lengths. */
const [curve, band_breadth, under_hem] = [0.018, 0.075, 0.04];
/** How far below the old hem cloth is looked at, and how far from the middle, in widths between the shoulders. */
const [down, aside] = [0.26, 0.75];
/** Light that is left at a band's upper edge and at the seam below it. */
const [edge_light, seam_light] = [0.78, 0.86];

/** The row in which the band of what is worn below lies: seen, or as usual where what is worn above hangs over it. */
export const bandOf = ({ is_waist_seen, waist_y, frame }: Pick<PersonParts, 'is_waist_seen' | 'waist_y' | 'frame'>): number => {
  const usual = frame.hips.y - usual_band * frame.length;
  return is_waist_seen ? Math.min(waist_y, usual) : usual;
};

/**
 * Draws what is worn below up to its band, where a longer top hid it: as broad as the body above and as the cloth under the old hem below. Plain cloth
 * goes on in its broad colour and its grain, without what is on it; a pattern is mirrored. Changes the body, where the top is `gone` and nothing new is `covering` it; gives 1 where the
 * photo's own cloth, in the shade of the old hem, is painted over.
 */
export function raiseBand(
  body: BareBody,
  picture: Picture,
  parts: PersonParts,
  { gone, covering }: { gone: Uint8Array; covering: Canvas },
): Uint8Array {
  const { width, height } = picture;
  const repainted = new Uint8Array(width * height);
  const shape = shapeOf(picture, parts);
  if (!shape) return repainted;
  const { frame, hem, below, arm, forearms } = parts;
  const elbows_y = Math.max(frame.left.elbow.y, frame.right.elbow.y);
  let paint: Painter | undefined;
  const shade_px = Math.max(2, Math.round(under_hem * frame.length));
  const own = new Float32Array(3);
  for (let y = Math.max(0, shape.band_y - 10); y < Math.min(height, shape.lowest + shade_px); y++) {
    const [left, right] = shape.sidesAt(y);
    const [from, to] = [Math.floor(frame.hips.x - aside * frame.width), Math.ceil(frame.hips.x + aside * frame.width)];
    for (let x = Math.max(0, from); x < Math.min(width, to); x++) {
      const i = y * width + x;
      const share = (2 * (x - left)) / (right - left || 1) - 1;
      const high = y - (shape.band_y - curve * frame.length * Math.min(1, share * share));
      if (high < -1 || !(gone[i] || below.lower[i]) || forearms[i] || covering.data[i * 4 + 3]! > 0.98) continue;
      if (arm[i]! < 0.75 && y < elbows_y) continue;
      const under = (y - hem[x]!) / shade_px;
      if (under >= 1 || hem[x]! <= shape.band_y) continue;
      const within = Math.min(x - left, right - x) + 0.5;
      if (under >= 0 && within <= 0 && below.lower[i]) continue;
      if (under >= 0) repainted[i] = 1;
      const covered = Math.max(0, Math.min(1, within, high + 1));
      // What is bare goes on behind cloth, not beside it.
      if (high > 1 && under < 0 && (arm[i]! > 1.1 || y > elbows_y)) body.opacity[i] = covered;
      if (covered <= 0) continue;
      paint ??= clothPainter(picture, parts, shape);
      paint({ x, y, share }, own);
      const light = under < 0 ? bandLight(high, band_breadth * frame.length) : 1;
      const kept = under > 0 && below.lower[i] ? under * under * (3 - 2 * under) : 0;
      for (let c = 0; c < 3; c++) {
        const cloth = own[c]! * light * (1 - kept) + kept * picture.data[i * 3 + c]!;
        body.color[i * 3 + c] = cloth * covered + (1 - covered) * body.color[i * 3 + c]!;
      }
      body.opacity[i] = Math.max(body.opacity[i]!, covered);
    }
  }
  return repainted;
}

/** A band ends in an edge above and a seam below. */
const bandLight = (high: number, breadth: number): number =>
  1 - (1 - edge_light) * Math.exp(-((high / 2) ** 2)) - (1 - seam_light) * Math.exp(-(((high - breadth) / 1.3) ** 2));

interface ClothShape {
  band_y: number;
  /** The lowest row of the old hem. */
  lowest: number;
  /** First and last column of the cloth in a row. */
  sidesAt: (y: number) => readonly [left: number, right: number];
}

/** How what is worn below would be seen without the top; undefined where the top hides nothing of it. */
function shapeOf({ width, height }: Picture, parts: PersonParts): ClothShape | undefined {
  const { frame, hem, below, skin } = parts;
  const { shoulders, hips, length, width: unit } = frame;
  const band_y = Math.round(bandOf(parts));
  const near = hem.slice(Math.max(0, Math.round(hips.x - 0.6 * unit)), Math.round(hips.x + 0.6 * unit)).toSorted();
  if (near.length === 0 || near.at(-1)! <= band_y + 2) return undefined;
  const hem_y = near[near.length >> 1]!;
  const low = (band_y - shoulders.y) / (length || 1);
  const middle = shoulders.x + (hips.x - shoulders.x) * low;
  const waist = torsoHalf(parts, low);
  const sideOf = (way: 1 | -1): number => {
    const seen: number[] = [];
    const columns = [hips.x, hips.x + way * 0.5 * unit]
      .map((x) => Math.max(0, Math.min(width - 1, Math.round(x))))
      .toSorted((a, b) => a - b);
    const from = Math.max(...hem.subarray(columns[0], columns[1]! + 1)) + 2;
    for (let y = from; y < Math.min(height, from + 0.06 * length); y++) {
      let out = 0;
      for (let off = 0; off < aside * unit; off++) {
        const x = Math.round(hips.x) + way * off;
        if (x < 0 || x >= width || (skin[y * width + x] && off > 0.25 * unit)) break;
        if (below.lower[y * width + x]) out = off;
        else if (off - out > 4 && off > 0.3 * unit) {
          seen.push(out);
          break;
        }
      }
    }
    const half = seen.length < 4 ? Math.min(below.hip_half, 0.56 * unit) : seen.toSorted((a, b) => a - b)[seen.length >> 1]!;
    return hips.x + way * Math.max(0.8 * waist, half - 1);
  };
  const [left, right] = [sideOf(-1), sideOf(1)];
  const sidesAt = (y: number): readonly [number, number] => {
    // Hips are wide soon below the waist.
    const wide = Math.sin((Math.PI / 2) * Math.max(0, Math.min(1, (y - band_y) / (hem_y - band_y || 1))));
    return [middle - waist + (left - middle + waist) * wide, middle + waist + (right - middle - waist) * wide];
  };
  return { band_y, lowest: near.at(-1)!, sidesAt };
}

type Painter = (at: { x: number; y: number; share: number }, out: Float32Array) => void;

/** Says what colour the hidden cloth has at a place. */
function clothPainter(picture: Picture, parts: PersonParts, shape: ClothShape): Painter {
  const { frame, hem, below } = parts;
  const { width, height, data } = picture;
  const shade_px = Math.max(2, Math.round(under_hem * frame.length));
  const [first, last] = shape.sidesAt(height);
  const left = Math.max(0, Math.floor(first));
  const right = Math.min(width, Math.ceil(last));
  const top = Math.min(height, Math.max(0, Math.min(...hem.subarray(left, right))));
  const bottom = Math.min(height, Math.round(shape.lowest + shade_px + down * frame.width));
  const size = { width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
  const cut = { ...size, data: new Uint8ClampedArray(size.width * size.height * 3) };
  const cloth = new Uint8Array(size.width * size.height);
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, i++) {
      const from = (top + y) * width + left + x;
      for (let c = 0; c < 3; c++) cut.data[i * 3 + c] = data[from * 3 + c]!;
      cloth[i] = below.lower[from]! && top + y > hem[left + x]! + shade_px ? 1 : 0;
    }
  const sample = readCloth(cut, {
    cloth,
    sides: [first - left, last - left],
    hem: hem.subarray(left, left + size.width).map((y) => y - top),
    unit: frame.width,
  });
  if (!sample) return mirrored(picture, parts);
  const area = { width: size.width, height: Math.max(1, shape.lowest + shade_px - shape.band_y + 10) };
  const grain = layGrain(cut, { clean: sample.clean, unit: frame.width }, area);
  return ({ x, y, share }, out) => {
    sample.toneAt(share, Math.max(0, hem[x]! - y), out);
    const [u, v] = [Math.max(0, Math.min(area.width - 1, x - left)), Math.max(0, Math.min(area.height - 1, y - shape.band_y + 10))];
    for (let c = 0; c < 3; c++) out[c]! += grain[(v * area.width + u) * 3 + c]!;
  };
}

/** A pattern goes on as it is below the old hem, upside down. */
function mirrored({ width, height, data }: Picture, { hem, below, frame }: PersonParts): Painter {
  const middle = Math.round(frame.hips.x);
  const shade_px = Math.max(2, Math.round(under_hem * frame.length));
  return ({ x, y }, out) => {
    const under = hem[x]! + shade_px;
    const row = Math.max(0, Math.min(height - 1, y < under ? 2 * under - y : y)) * width;
    const source = row + nearestCloth(below.lower, row, { x, towards: middle });
    for (let c = 0; c < 3; c++) out[c] = data[source * 3 + c]!;
  };
}

/** A hand before the cloth is none: the next column towards the middle, or beyond it, that shows cloth. */
function nearestCloth(lower: Uint8Array, row: number, { x, towards }: { x: number; towards: number }): number {
  const way = x < towards ? 1 : -1;
  const isBroad = (at: number): boolean => [-6, -3, 0, 3, 6].every((off) => lower[row + at + off]);
  for (let off = 0; off <= 2 * Math.abs(towards - x); off++) if (isBroad(x + way * off)) return x + way * off;
  return x;
}
