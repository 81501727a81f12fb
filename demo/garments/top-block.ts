import type { Fold } from '../cloth/layer.ts';
import { bothSides, mirrorPath, symmetric, trace, unsettle, type Piece, type Point } from './outline.ts';

/** What the measurements of a garment make of its flat shape, in units (10 a centimetre). */
export interface TopCut {
  /** Half of the width from pit to pit. */
  half: number;
  hem_half: number;
  /** From the highest point of the shoulder down. */
  length: number;
  shoulder_half: number;
  /** From the shoulder point to the end of the sleeve. */
  sleeve: number;
  neck_half: number;
  neck_drop: number;
  /** How far the sleeve is cut away from the body, units across at the pit. */
  bicep: number;
  cuff: number;
  /** Rise of the hem at the sides, as of a shirt tail. */
  tail?: number;
  /** Fall of the shoulder. */
  slope?: number;
}

/** Outlines that every top is made of. `right` is the viewer's right. */
export interface TopBlock {
  cut: TopCut;
  body: string;
  sleeve_right: string;
  sleeve_left: string;
  armhole: string;
  /** Where the sleeve ends: outer and inner corner. */
  cuff: { outer: Point; inner: Point };
  pit: Point;
  shoulder: Point;
  /** Everything that rises as one when it lies flat. */
  together: readonly string[];
}

/** Makes the flat block of a top. A deep neckline is cut as a V. */
export function topBlock(cut: TopCut): TopBlock {
  const { half, hem_half, length, shoulder_half, neck_half, neck_drop, tail = 0, slope = 42 } = cut;
  const shoulder: Point = [shoulder_half, slope];
  const pit: Point = [half, slope + 118 + half * 0.36];
  const is_v = neck_drop > 150;
  const neckline: Piece = is_v
    ? [
        [neck_half * 0.62, neck_drop * 0.42],
        [neck_half * 0.94, neck_drop * 0.12],
        [neck_half, 0],
      ]
    : [
        [neck_half * 0.56, neck_drop],
        [neck_half * 0.93, neck_drop * 0.5],
        [neck_half, 0],
      ];
  const armhole: Piece[] = [[[shoulder_half - 16, pit[1] * 0.45], [Math.min(shoulder_half, half) - 12, pit[1] * 0.78], pit]];
  const body = symmetric(
    [0, neck_drop],
    [
      neckline,
      [[neck_half + (shoulder_half - neck_half) * 0.5, slope * 0.38], shoulder],
      ...armhole,
      [
        [half - 9, pit[1] + (length - pit[1]) * 0.3],
        [hem_half - 3, pit[1] + (length - pit[1]) * 0.66],
        [hem_half, length - 8 - tail],
      ],
      tail > 0
        ? [
            [hem_half - 46, length - tail * 0.25],
            [hem_half * 0.55, length + 5],
            [0, length + 4],
          ]
        : [
            [hem_half * 0.6, length + 5],
            [hem_half * 0.3, length + 7],
            [0, length + 7],
          ],
    ],
  );
  const sleeve = cut.sleeve > 380 ? longSleeve(cut, { shoulder, pit }) : shortSleeve(cut, { shoulder, pit });
  const right = `${trace(shoulder, sleeve.edge)}${trace([0, 0], [[[pit[0] - 90, pit[1] - 10], [shoulder_half - 90, slope + 90], shoulder]]).replace('M0 0', '')}Z`;
  return {
    cut,
    body,
    pit,
    shoulder,
    sleeve_right: right,
    sleeve_left: mirrorPath(right),
    cuff: sleeve.cuff,
    armhole: trace(shoulder, armhole),
    together: [body, right, mirrorPath(right)],
  };
}

interface Ends {
  shoulder: Point;
  pit: Point;
}

function longSleeve({ sleeve, bicep, cuff }: TopCut, { shoulder: [sx, sy], pit: [px, py] }: Ends) {
  const elbow: Point = [px + bicep, py + 22];
  const outer: Point = [sx + sleeve * 0.36, sy + sleeve * 0.93];
  const inner: Point = [outer[0] - cuff * 0.98, outer[1] + cuff * 0.18];
  // One tangent through the elbow, so that the outline bends and does not break.
  const [tx, ty] = [0.3, 0.95];
  const reach = outer[1] - elbow[1];
  const edge: Piece[] = [
    [[sx + (elbow[0] - sx) * 0.46, sy + 30], [elbow[0] - tx * 0.5 * (py - sy), elbow[1] - ty * 0.5 * (py - sy)], elbow],
    [[elbow[0] + tx * 0.3 * reach, elbow[1] + ty * 0.3 * reach], [outer[0] - 0.16 * 150, outer[1] - 150], outer],
    [[outer[0] - cuff * 0.5, outer[1] + cuff * 0.14], inner],
    [
      [inner[0] - 0.2 * 130, inner[1] - 130],
      [px + 20, py + 140],
      [px, py],
    ],
  ];
  return { edge, cuff: { outer, inner } };
}

function shortSleeve({ sleeve, bicep }: TopCut, { shoulder: [sx, sy], pit: [px, py] }: Ends) {
  const outer: Point = [sx + sleeve * 0.66, sy + sleeve * 0.76];
  const inner: Point = [outer[0] - bicep * 0.68, outer[1] + bicep * 0.66];
  const edge: Piece[] = [
    [[sx + sleeve * 0.32, sy + sleeve * 0.17], [sx + sleeve * 0.53, sy + sleeve * 0.48], outer],
    [[(outer[0] + inner[0]) / 2 + 8, (outer[1] + inner[1]) / 2 + 5], inner],
    [
      [inner[0] - (inner[0] - px) * 0.4, inner[1] - 22],
      [px + 8, py + 16],
      [px, py],
    ],
  ];
  return { edge, cuff: { outer, inner } };
}

/** How a top falls into folds: from the pits toward the chest, down the sides, and a few that nobody planned. */
export function bodyFolds({ cut, pit, shoulder }: TopBlock, { seed, depth }: { seed: number; depth: number }): Fold[] {
  const [px, py] = pit;
  const low = cut.length;
  const at = (x: number, y: number): Point => [px * x, py + (low - py) * y];
  const sides: Fold[] = [
    {
      points: [
        [px - 4, py + 4],
        [px * 0.8, py + 34],
        [px * 0.5, py + 30],
      ],
      width: 40,
      height: 8 * depth,
    },
    { points: [at(0.98, 0.06), at(0.76, 0.28), at(0.62, 0.56)], width: 36, height: 6 * depth },
    { points: [at(0.97, 0.1), at(0.86, 0.34), at(0.84, 0.66)], width: 24, height: -7 * depth },
    {
      points: [
        [shoulder[0] * 0.86, shoulder[1] + 40],
        [px * 0.78, py * 0.62],
        [px * 0.56, py * 0.92],
      ],
      width: 32,
      height: -5 * depth,
    },
    {
      points: [
        [px - 8, py - 30],
        [px * 0.84, py - 44],
        [px * 0.66, py - 20],
      ],
      width: 26,
      height: -5 * depth,
    },
    { points: [at(0.94, 0.62), at(0.72, 0.8), at(0.66, 1)], width: 42, height: 5 * depth, open: 'end' },
  ];
  const middle: Fold[] = [
    { points: [at(-0.34, 0.16), at(-0.1, 0.4), at(-0.28, 0.74)], width: 54, height: 5.5 * depth },
    { points: [at(0.22, 0.1), at(0.4, 0.42), at(0.2, 0.8)], width: 48, height: -5.5 * depth },
    {
      points: [
        [-px * 0.14, py * 0.62],
        [0, py * 0.8],
        [px * 0.2, py * 0.6],
      ],
      width: 46,
      height: -4 * depth,
    },
    { points: [at(-0.72, 0.76), at(-0.2, 0.84), at(0.42, 0.72)], width: 36, height: -3.6 * depth },
    { points: [at(-0.5, 1), at(-0.36, 0.8), at(-0.4, 0.58)], width: 34, height: 4.5 * depth, open: 'start' },
    { points: [at(0.1, 1), at(0.04, 0.86), at(0.12, 0.7)], width: 30, height: -4 * depth, open: 'start' },
  ];
  return [...bothSides(sides, seed), ...unsettle(middle, seed + 1)];
}

/** How a right sleeve breaks: at the pit, at the elbow, above the cuff. */
export function sleeveFolds({ cut, pit, shoulder, cuff }: TopBlock, { seed, depth }: { seed: number; depth: number }): Fold[] {
  const [px, py] = pit;
  if (cut.sleeve <= 380) return shortFolds({ pit, shoulder, cuff }, { seed, depth });
  /** A point across (0 inner, 1 outer) and down (0 pit, 1 cuff) the sleeve. */
  const at = (across: number, down: number): Point => {
    const inner: Point = [px + (cuff.inner[0] - px) * down, py + (cuff.inner[1] - py) * down];
    const outer: Point = [px + cut.bicep + (cuff.outer[0] - px - cut.bicep) * down, py + 20 + (cuff.outer[1] - py - 20) * down];
    return [inner[0] + (outer[0] - inner[0]) * across, inner[1] + (outer[1] - inner[1]) * across];
  };
  const folds: Fold[] = [
    { points: [at(0.02, 0.02), at(0.4, 0.02), at(0.86, -0.1)], width: 32, height: 8 * depth },
    { points: [at(0.03, 0.07), at(0.44, 0.12), at(0.9, 0.02)], width: 26, height: -8 * depth },
    { points: [at(0.06, 0.16), at(0.4, 0.22), at(0.8, 0.16)], width: 20, height: 5 * depth },
    { points: [at(-0.02, 0.4), at(0.5, 0.5), at(0.98, 0.46)], width: 24, height: 7 * depth },
    { points: [at(0, 0.47), at(0.46, 0.56), at(1, 0.55)], width: 22, height: -8 * depth },
    { points: [at(0.04, 0.58), at(0.5, 0.63), at(0.9, 0.6)], width: 18, height: 5 * depth },
    { points: [at(0.02, 0.8), at(0.5, 0.85), at(0.98, 0.82)], width: 20, height: -5 * depth },
    { points: [at(0, 0.9), at(0.4, 0.93), at(0.94, 0.9)], width: 20, height: 5 * depth },
    { points: [at(0.82, -0.3), at(0.84, 0.2), at(0.74, 0.7)], width: 20, height: 4 * depth },
    {
      points: [
        [shoulder[0] + 14, shoulder[1] + 40],
        [px + 30, py * 0.6],
        [px + 20, py - 10],
      ],
      width: 24,
      height: -5 * depth,
    },
  ];
  return unsettle(folds, seed);
}

function shortFolds(
  { pit: [px, py], shoulder: [sx, sy], cuff }: Pick<TopBlock, 'pit' | 'shoulder' | 'cuff'>,
  { seed, depth }: { seed: number; depth: number },
): Fold[] {
  const middle: Point = [(cuff.outer[0] + cuff.inner[0]) / 2, (cuff.outer[1] + cuff.inner[1]) / 2];
  return unsettle(
    [
      {
        points: [
          [px + 2, py - 2],
          [px + 34, py - 34],
          [middle[0] + 26, middle[1] - 24],
        ],
        width: 30,
        height: 7 * depth,
      },
      {
        points: [
          [px, py - 28],
          [px + 24, py - 70],
          [middle[0] + 20, middle[1] - 60],
        ],
        width: 24,
        height: -6 * depth,
      },
      { points: [[sx + 10, sy + 20], [sx + 60, sy + 70], middle], width: 24, height: 4 * depth, open: 'end' },
      { points: [[px + 4, py + 8], [px + 14, py + 22], cuff.inner], width: 16, height: -4 * depth, open: 'end' },
    ],
    seed,
  );
}
