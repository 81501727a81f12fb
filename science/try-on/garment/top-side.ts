import type { Point } from '#science/imaging/trace-outline.ts';
import { pointAt, type SidePath } from './side-path.ts';

/** One side of a top or a dress: where its seams begin and end, px of the picture. */
export interface TopSide {
  /** Where neckline and shoulder meet. */
  neck: Point;
  /** Where the sleeve begins above, or the shoulder ends. */
  shoulder: Point;
  /** Where sleeve and side meet, or the armhole ends. */
  armpit: Point;
  /** Where the side meets the hem. */
  hem: Point;
  /** From armpit to hem. */
  side: Point[];
  sleeve?: Sleeve;
  /** 0..1: how much like a garment of its kind that is. */
  plausibility: number;
}

export interface Sleeve {
  /** From shoulder to cuff, above and outside; from armpit to cuff, below and inside. */
  outer: Point[];
  inner: Point[];
}

/** Finds the seams of one side of a garment of `height` px; whether it has a sleeve is left to the outline. */
export function findTopSide(path: SidePath, height: number): TopSide {
  const { out, down } = path;
  const count = out.length;
  const last = count - 1;
  const widest = out.reduce((most, one) => Math.max(most, one), 0);
  const neck = bestIn(0, count, (i) =>
    out[i]! < 0.62 * widest && down[i]! < down[0]! + 0.35 * height ? 0.25 * out[i]! - down[i]! : -Infinity,
  );
  const hem = bestIn(neck, count, (i) => down[i]! + 0.6 * out[i]! - (isBeyondGap(path, i) ? Infinity : 0));
  const found = findSleeve(path, { neck, hem, height });
  const lying = findAttachedSleeve(path, neck, height);
  // Tiers of a ruffled sleeve look like armpits.
  if (lying && (!found || found.reach <= 0.14 || lying.depths > attached.certain)) return lying.side;
  if (found && found.reach > 0.14) {
    const { armpit, outer_cuff, inner_cuff, reach } = found;
    const shoulder = shoulderOf(path, neck, outer_cuff, armpit);
    return {
      ...seamsAt(path, { neck, shoulder, armpit, hem }),
      side: pointsOf(path, armpit, hem),
      sleeve: { outer: pointsOf(path, shoulder, outer_cuff), inner: pointsOf(path, inner_cuff, armpit).toReversed() },
      plausibility: Math.min(1, reach / 0.25) * Math.min(1, (down[armpit]! - down[shoulder]!) / (0.08 * height)),
    };
  }
  const shoulder = bestIn(neck, hem, (i) => (down[i]! < down[neck]! + 0.3 * height ? out[i]! - 1.1 * down[i]! : -Infinity));
  // A strap is above the neckline: where it lies on the shoulder it has an inner edge too.
  const is_strap = down[neck]! > down[shoulder]! + strap_height * height;
  const [from_y, to_y] = is_strap
    ? [down[neck]!, down[neck]! + strapped_chest * height]
    : [down[shoulder]! + 0.05 * height, down[shoulder]! + 0.42 * height];
  const chest = Math.max(...out.subarray(shoulder, Math.max(shoulder + 1, firstBelow(path, shoulder, to_y))));
  const armpit = firstWhere(shoulder, hem, (i) => out[i]! >= 0.97 * chest && down[i]! > from_y);
  const strap = is_strap ? firstWhere(neck, shoulder, (i) => down[i]! < down[shoulder]! + strap_end * height) : neck;
  return {
    ...seamsAt(path, { neck: strap, shoulder, armpit, hem }),
    side: pointsOf(path, armpit, hem),
    plausibility: armpit > shoulder && armpit < last ? 0.8 : 0.3,
  };
}

/** A shoulder so much higher than the neck is the end of a strap; so far down it ends. In heights of the garment. */
const [strap_height, strap_end] = [0.08, 0.02];
/** How far below a neckline that hangs on straps a body is as wide as at its armpits. */
const strapped_chest = 0.25;

type Seams = Record<'neck' | 'shoulder' | 'armpit' | 'hem', number>;

const seamsAt = (path: SidePath, { neck, shoulder, armpit, hem }: Seams): Record<keyof Seams, Point> => ({
  neck: pointAt(path, neck),
  shoulder: pointAt(path, shoulder),
  armpit: pointAt(path, armpit),
  hem: pointAt(path, hem),
});

/** A sleeve that lies on the body of its garment, or so near that no gap shows, parts from it at the cuff or at the hem only. */
const attached = {
  /** How far it stands out beyond where it parts, in halves of the body there. */
  stands_out: 1.25,
  /** And beyond the shoulder, in its halves; how sharply the outline bends where it parts, rad. */
  beyond_shoulder: 1.45,
  bend: 1.05,
  /** A body is no narrower there than this, of its shoulders. */
  narrowest: 0.75,
  /** A body goes out beyond where sleeves part from it by no more. */
  body: 1.12,
  /** How deep an armhole is, in halves of a body. */
  armhole: 0.85,
  /** How far out a shoulder ends that slopes into its sleeve, in halves of the body. */
  sloping: 0.8,
  /** Parting so many armholes below the shoulder it lies on the body, whatever else looks like an armpit. */
  certain: 2,
  plausibility: 0.6,
};

/** The seam of such a sleeve goes from where it parts straight up to where armpits usually are. */
function findAttachedSleeve(path: SidePath, neck: number, height: number): { side: TopSide; depths: number } | undefined {
  const { out, down } = path;
  const last = out.length - 1;
  const reach_px = Math.max(4, Math.round(0.05 * height));
  /** How far out the outline still goes behind each place. */
  const widest = new Float32Array(last + 2);
  for (let i = last; i >= 0; i--) widest[i] = Math.max(widest[i + 1]!, out[i]!);
  const far = bestIn(neck, last, (i) => out[i]! + 0.3 * down[i]!);
  const parts_at = bestIn(far + reach_px, last - reach_px, (i) => {
    const is_body = widest[i]! < attached.body * out[i]! && attached.stands_out * out[i]! < out[far]!;
    return is_body && bendAt(path, i, reach_px) > attached.bend ? bendAt(path, i, reach_px) : -Infinity;
  });
  if (bendAt(path, parts_at, reach_px) < attached.bend || widest[parts_at]! >= attached.body * out[parts_at]!) return undefined;
  const usual = shoulderOf(path, neck, far, parts_at);
  const is_low = down[usual]! - down[neck]! > 0.5 * out[parts_at]!;
  const shoulder = is_low ? firstWhere(neck, far, (i) => out[i]! >= attached.sloping * out[parts_at]!) : usual;
  if (down[shoulder]! - down[neck]! > steepest_shoulder * out[shoulder]!) return undefined;
  if (out[far]! < attached.beyond_shoulder * out[shoulder]! || out[parts_at]! < attached.narrowest * out[shoulder]!) return undefined;
  const body = Math.min(out[parts_at]!, attached.body * out[shoulder]!);
  const depth = attached.armhole * body;
  if (down[parts_at]! - down[shoulder]! < depth || attached.stands_out * out[parts_at]! > out[far]!) return undefined;
  const [outer_cuff, inner_cuff] = findCorners(path, shoulder, parts_at, { least: 0.16 * body, most: 1.6 * depth });
  const hem = bestIn(parts_at, last, (i) => down[i]! + 0.6 * out[i]!);
  const armpit: Point = { x: path.axis_x + path.way * body, y: down[shoulder]! + depth };
  const side: TopSide = {
    ...seamsAt(path, { neck, shoulder, armpit: parts_at, hem }),
    armpit,
    side: [armpit, ...pointsOf(path, parts_at, hem)],
    sleeve: { outer: pointsOf(path, shoulder, outer_cuff), inner: [armpit, ...pointsOf(path, inner_cuff, parts_at).toReversed()] },
    plausibility: attached.plausibility,
  };
  return { side, depths: (down[parts_at]! - down[shoulder]!) / depth };
}

/** A waist bends an outline by less, an armpit by more; rad. */
const least_bend = 0.6;

/** How far below the neck a shoulder with a sleeve ends at most, of its distance from the axis: a halter's flowers are no sleeves. */
const steepest_shoulder = 0.7;

interface FoundSleeve {
  armpit: number;
  outer_cuff: number;
  inner_cuff: number;
  /** How far the cuff stands away from the armpit, in widths of the garment's body. */
  reach: number;
}

/**
 * The armpit is the deepest bay between a cuff and the hem. Each place below the neck is asked how far the line from the farthest
 * place before it to the hem leaves it behind.
 */
function findSleeve(path: SidePath, { neck, hem, height }: { neck: number; hem: number; height: number }): FoundSleeve | undefined {
  const { out, down } = path;
  let best: { armpit: number; cuff: number; depth: number } | undefined;
  for (let cuff = neck + 4; cuff < hem - 4; cuff += 2) {
    const [dx, dy] = [out[hem]! - out[cuff]!, down[hem]! - down[cuff]!];
    const length = Math.hypot(dx, dy);
    if (length < 0.04 * height) continue;
    for (let at = cuff + 2; at < hem - 2; at += 2) {
      // Inside is left of the way from cuff to hem.
      const depth = ((out[cuff]! - out[at]!) * dy - (down[cuff]! - down[at]!) * dx) / length;
      if (depth > (best?.depth ?? 0)) best = { armpit: at, cuff, depth };
    }
  }
  if (!best) return undefined;
  const far = best.cuff;
  // The deepest place of the bay may be the waist: the armpit is where the outline turns most.
  const reach_px = Math.max(4, Math.round(0.07 * height));
  const armpit = bestIn(far + reach_px, hem - reach_px, (i) => bendAt(path, i, reach_px));
  if (bendAt(path, armpit, reach_px) < least_bend || down[armpit]! - down[neck]! > 2.6 * out[armpit]!) return undefined;
  const shoulder = shoulderOf(path, neck, far, armpit);
  if (down[shoulder]! - down[neck]! > steepest_shoulder * out[shoulder]!) return undefined;
  const armhole = Math.hypot(out[shoulder]! - out[armpit]!, down[shoulder]! - down[armpit]!);
  const [outer_cuff, inner_cuff] = findCorners(path, shoulder, armpit, { least: 0.16 * out[armpit]!, most: 1.2 * armhole });
  const [across, along] = [
    (out[outer_cuff]! + out[inner_cuff]! - out[shoulder]! - out[armpit]!) / 2,
    (down[outer_cuff]! + down[inner_cuff]! - down[shoulder]! - down[armpit]!) / 2,
  ];
  const length = Math.hypot(across, along);
  // A sleeve goes outwards or down; the end of a strap goes up.
  const is_sleeve = across + along > 0.5 * length;
  return is_sleeve ? { armpit, outer_cuff, inner_cuff, reach: length / (2 * out[armpit]!) } : undefined;
}

/** Radians of a corner that weigh as much as lines that miss the path by the length of an armhole. */
const cost_of_misses = 12;

/** How far, rad, the outline turns away from the garment at a place, seen from `reach` px before to `reach` px after. */
function bendAt({ out, down }: SidePath, at: number, reach: number): number {
  const [before, after] = [Math.max(0, at - reach), Math.min(out.length - 1, at + reach)];
  const [in_x, in_y] = [out[at]! - out[before]!, down[at]! - down[before]!];
  const [on_x, on_y] = [out[after]! - out[at]!, down[after]! - down[at]!];
  return Math.atan2(in_y * on_x - in_x * on_y, in_x * on_x + in_y * on_y);
}

/**
 * Where three lines from one place of the path to another meet when they follow it best, the first and the last evenly bowed and the
 * middle one straight and, in px, as long as a cuff may be, and the path turns most: its corners. O(40³).
 */
function findCorners(path: SidePath, from: number, to: number, cuff: { least: number; most: number }): [number, number] {
  const { out, down } = path;
  const count = 40;
  const at = Array.from({ length: count + 1 }, (_, i) => Math.round(from + ((to - from) * i) / count));
  /** How far the path between two places lies from the straight line, squared and summed; an even bow may be allowed. */
  const missed = (a: number, b: number, may_bow: boolean): number => {
    const [dx, dy] = [out[at[b]!]! - out[at[a]!]!, down[at[b]!]! - down[at[a]!]!];
    const length2 = dx * dx + dy * dy || 1;
    let [sum, bowed, bows] = [0, 0, 0];
    for (let i = a + 1; i < b; i++) {
      const off = ((out[at[i]!]! - out[at[a]!]!) * dy - (down[at[i]!]! - down[at[a]!]!) * dx) / Math.sqrt(length2);
      const bow = ((i - a) * (b - i)) / (b - a) ** 2;
      sum += off * off;
      bowed += off * bow;
      bows += bow * bow;
    }
    if (!may_bow || bows === 0) return sum;
    // A bent elbow or a round shoulder bows a sleeve by a seventh of its length; more would be a corner.
    const most = 0.6 * Math.sqrt(length2);
    const bow = Math.max(-most, Math.min(most, bowed / bows));
    return sum - 2 * bow * bowed + bow * bow * bows;
  };
  const size = Math.hypot(out[from]! - out[to]!, down[from]! - down[to]!) || 1;
  const turn = at.map((i) => Math.max(0, Math.min(Math.PI / 2, -bendAt(path, i, Math.max(3, Math.round(0.5 * cuff.least))))));
  /** Nothing of the sleeve lies both further out and further down than the outer corner of its cuff. */
  const isFar = (a: number): boolean => !at.some((i) => out[i]! > out[at[a]!]! + 0.1 * size && down[i]! > down[at[a]!]! + 0.1 * size);
  // Where a sleeve is all but a cap its inner corner is the armpit, which bends the other way.
  const innerTurn = (b: number): number => (b > 0.85 * count ? Math.max(turn[b]!, 0.7) : turn[b]!);
  let best: [number, number] = [1, 2];
  let most = -Infinity;
  for (let a = 1; a < count - 1; a++) {
    if (!isFar(a)) continue;
    const first = missed(0, a, true);
    for (let b = a + 1; b < count; b++) {
      const width = Math.hypot(out[at[a]!]! - out[at[b]!]!, down[at[a]!]! - down[at[b]!]!);
      if (width < cuff.least || width > cuff.most) continue;
      const all = first + missed(a, b, false) + missed(b, count, true);
      const worth = turn[a]! + innerTurn(b) - (cost_of_misses * Math.sqrt(all / count)) / size;
      if (worth > most) [best, most] = [[a, b], worth];
    }
  }
  return [at[best[0]]!, at[best[1]]!];
}

/** The shoulder ends above where the side begins, or where the upper edge bends most. */
function shoulderOf({ out, down }: SidePath, neck: number, cuff: number, armpit: number): number {
  const above = firstWhere(neck, cuff, (i) => out[i]! >= 0.94 * out[armpit]!);
  const [dx, dy] = [out[cuff]! - out[neck]!, down[cuff]! - down[neck]!];
  const length = Math.hypot(dx, dy) || 1;
  const bulge = (i: number): number => ((out[i]! - out[neck]!) * dy - (down[i]! - down[neck]!) * dx) / length;
  const bent = bestIn(neck, cuff, bulge);
  return bulge(bent) > 0.1 * length && out[bent]! < 1.15 * out[armpit]! && out[bent]! > 0.7 * out[armpit]! ? bent : above;
}

/** Whether the outline has turned up again on its way from the middle of the hem: what lies beyond is a sleeve. */
function isBeyondGap({ down, out }: SidePath, index: number): boolean {
  let lowest = -Infinity;
  for (let i = out.length - 1; i > index; i--) {
    lowest = Math.max(lowest, down[i]!);
    if (down[i]! < lowest - 0.25 * (lowest - down[0]!)) return true;
  }
  return false;
}

function pointsOf(path: SidePath, from: number, to: number): Point[] {
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => pointAt(path, from + i));
}

function bestIn(from: number, to: number, worth: (index: number) => number): number {
  let best = from;
  let most = -Infinity;
  for (let i = from; i < to; i++) {
    const one = worth(i);
    if (one <= most) continue;
    [best, most] = [i, one];
  }
  return best;
}

function firstWhere(from: number, to: number, is: (index: number) => boolean): number {
  for (let i = from; i < to; i++) if (is(i)) return i;
  return to;
}

const firstBelow = ({ down }: SidePath, from: number, y: number): number => firstWhere(from, down.length, (i) => down[i]! > y);
