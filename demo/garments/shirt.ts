import type { Drawing, Layer, Print } from '../cloth/layer.ts';
import { mirrorPath, symmetric } from './outline.ts';
import { bodyFolds, sleeveFolds, topBlock, type TopBlock, type TopCut } from './top-block.ts';
import { sideFolds, sideOf, sides, sleeveGrain, type Side } from './top-parts.ts';
import { button, label } from './trim.ts';

export interface ShirtStyle {
  seed: number;
  fabric: 'poplin' | 'linen' | 'oxford' | 'twill';
  print?: Print;
  depth?: number;
  pocket?: boolean;
}

type Cloth = Pick<Layer, 'dye' | 'fabric' | 'print'>;

/** Draws a buttoned shirt: stand and fall of the collar, placket, curved tail, cuffs. */
export function shirt(cut: TopCut, { seed, fabric, print, depth = 1, pocket = true }: ShirtStyle): Drawing {
  const block = topBlock({ ...cut, neck_half: 76, neck_drop: 84 });
  const cloth = { dye: 'main', fabric, print } as const;
  const { hem_half, length } = cut;
  const crease = fabric === 'linen' ? 1.7 : 0.8;
  const body: Layer = {
    ...cloth,
    d: block.body,
    swell_with: block.together,
    height: 13,
    seed,
    bend: 6,
    folds: bodyFolds(block, { seed, depth }),
    rumple: { height: 2.6, scale: 100, crease, angle: 0.5 },
    shadow: { strength: 0.1, blur: 4 },
    seams: [
      { d: block.armhole, width: 2.4 },
      { d: mirrorPath(block.armhole), width: 2.4 },
      { d: `M-78 30Q-150 46 ${-block.shoulder[0]} ${block.shoulder[1] + 26}`, width: 1.4, depth: 0.6 },
      { d: `M78 30Q150 46 ${block.shoulder[0]} ${block.shoulder[1] + 26}`, width: 1.4, depth: 0.6 },
      { d: tailLine(hem_half, length, cut.tail ?? 0), width: 1.3, depth: 0.7 },
    ],
  };
  return {
    layers: [
      {
        ...cloth,
        print: undefined,
        dye: 'inside',
        d: symmetric(
          [0, -14],
          [
            [
              [60, -14],
              [84, 8],
            ],
            [
              [80, 60],
              [50, 96],
              [0, 104],
            ],
          ],
        ),
        height: 5,
        rumple: { height: 1 },
      },
      label(0, 30, { width: 54, height: 24 }),
      ...sides.map((side) => shirtSleeve(block, cloth, { side, seed, depth, crease })),
      body,
      ...placket(cloth, { top: 84, length, seed }),
      ...(pocket ? [shirtPocket(cloth, cut, seed)] : []),
      ...collar(cloth),
      ...sides.flatMap((side) => shirtCuff(block, cloth, side)),
    ],
    details: [
      { name: 'collar', x: -160, y: -50, size: 320 },
      { name: 'cuff', x: block.cuff.inner[0] - 90, y: block.cuff.inner[1] - 130, size: 260 },
    ],
  };
}

const tailLine = (h: number, length: number, tail: number): string => {
  const side = length - 24 - tail;
  return `M${-h + 3} ${side}C${-h + 48} ${length - 16 - tail * 0.25} ${-h * 0.55} ${length - 11} 0 ${length - 12}C${h * 0.55} ${length - 11} ${h - 48} ${length - 16 - tail * 0.25} ${h - 3} ${side}`;
};

function shirtSleeve(
  block: TopBlock,
  cloth: Cloth,
  { side, seed, depth, crease }: { side: Side; seed: number; depth: number; crease: number },
): Layer {
  return {
    ...cloth,
    d: side === 'right' ? block.sleeve_right : block.sleeve_left,
    swell_with: block.together,
    height: 13,
    bend: 6,
    seed: seed + (side === 'right' ? 2 : 5),
    grain: sleeveGrain(block, side),
    folds: sideFolds(sleeveFolds(block, { seed: seed + 3, depth: depth * 1.05 }), side, seed),
    rumple: { height: 2.6, scale: 90, crease, angle: -0.4 },
    shadow: { strength: 0.2 },
  };
}

function placket(cloth: Cloth, { top, length, seed }: { top: number; length: number; seed: number }): Layer[] {
  const bottom = length + 4;
  const step = (bottom - 120 - top) / 6;
  return [
    {
      ...cloth,
      d: `M-17 ${top - 4}L18 ${top - 4}L19 ${bottom}L-18 ${bottom}Z`,
      height: 4,
      reach: 160,
      seed: seed + 4,
      rumple: { height: 1 },
      shadow: { strength: 0.26, x: 3, y: 1, blur: 4 },
      seams: [
        { d: `M-12 ${top}L-13 ${bottom - 2}`, width: 1.2, depth: 0.6 },
        { d: `M13 ${top}L14 ${bottom - 2}`, width: 1.2, depth: 0.6 },
      ],
    },
    ...Array.from({ length: 7 }, (_, i) => button(0, top + 44 + step * i, 7)),
  ];
}

function shirtPocket(cloth: Cloth, { half }: TopCut, seed: number): Layer {
  const [x, y, w, h] = [half * 0.5, 208, 56, 124];
  return {
    ...cloth,
    d: `M${x - w} ${y + 3}L${x + w} ${y}L${x + w + 2} ${y + h - 26}L${x + 1} ${y + h}L${x - w + 1} ${y + h - 24}Z`,
    height: 4,
    reach: 240,
    seed: seed + 9,
    rumple: { height: 1.2 },
    shadow: { strength: 0.16, x: 2, y: 3, blur: 4 },
    seams: [
      { d: `M${x - w} ${y + 22}L${x + w} ${y + 19}`, width: 1.2, depth: 0.6 },
      {
        d: `M${x - w + 5} ${y + 8}L${x - w + 6} ${y + h - 28}L${x + 1} ${y + h - 6}L${x + w - 4} ${y + h - 29}L${x + w - 5} ${y + 5}`,
        width: 1.1,
        depth: 0.5,
      },
    ],
  };
}

const leaf = 'M-74 2C-90 28 -102 66 -108 108C-82 122 -54 132 -34 136C-24 110 -12 92 2 80C-26 58 -52 32 -74 2Z';
const leaf_stitch = 'M-72 16C-84 38 -94 72 -99 103C-78 113 -56 121 -38 125C-30 106 -18 90 -6 80';

/** Stand, then the two leaves with their points, and the button that closes them. */
export function collar(cloth: Cloth): Layer[] {
  const fall = { ...cloth, height: 8, reach: 700, rumple: { height: 1.2 }, shadow: { strength: 0.36, y: 6, blur: 6 } } as const;
  return [
    {
      ...cloth,
      d: 'M-78 6C-88 -18 -72 -30 -48 -27L0 -20L48 -27C72 -30 88 -18 78 6C52 26 -52 26 -78 6Z',
      height: 9,
      reach: 500,
      rumple: { height: 1 },
      shadow: { strength: 0.3, y: 4, blur: 5 },
    },
    { ...fall, d: leaf, grain: { x: -60, angle: 0.5 }, seams: [{ d: leaf_stitch, width: 1.1, depth: 0.6 }] },
    { ...fall, d: mirrorPath(leaf), grain: { x: 60, angle: -0.5 }, seams: [{ d: mirrorPath(leaf_stitch), width: 1.1, depth: 0.6 }] },
    button(1, 94, 6.6),
  ];
}

function shirtCuff({ cuff: { outer, inner } }: TopBlock, cloth: Cloth, side: Side): Layer[] {
  const [dx, dy] = [14, 64];
  const d = `M${inner[0] - 3} ${inner[1] - 4}Q${(inner[0] + outer[0]) / 2} ${(inner[1] + outer[1]) / 2 + 4} ${outer[0] + 3} ${outer[1] - 6}L${outer[0] + dx} ${outer[1] + dy}Q${(inner[0] + outer[0]) / 2 + dx} ${(inner[1] + outer[1]) / 2 + dy + 8} ${inner[0] + dx - 2} ${inner[1] + dy}Z`;
  const line = (t: number): string =>
    `M${inner[0] + dx * t} ${inner[1] + dy * t}Q${(inner[0] + outer[0]) / 2 + dx * t} ${(inner[1] + outer[1]) / 2 + dy * t + 6} ${outer[0] + dx * t} ${outer[1] + dy * t}`;
  const sign = side === 'right' ? 1 : -1;
  return [
    {
      ...cloth,
      d: sideOf(d, side),
      height: 7,
      reach: 500,
      rumple: { height: 1 },
      grain: { angle: -0.2 * sign, x: sign * outer[0], y: outer[1] },
      shadow: { strength: 0.24, y: 3, blur: 5 },
      seams: [
        { d: sideOf(line(0.08), side), width: 1.2, depth: 0.6 },
        { d: sideOf(line(0.88), side), width: 1.2, depth: 0.6 },
      ],
    },
    button(sign * (inner[0] + 22), inner[1] + 26, 6.4),
  ];
}
