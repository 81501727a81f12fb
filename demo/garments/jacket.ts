import type { Drawing, Layer, Print } from '../cloth/layer.ts';
import { mirrorPath, symmetric } from './outline.ts';
import { bodyFolds, sleeveFolds, topBlock, type TopBlock, type TopCut } from './top-block.ts';
import { sideFolds, sideOf, sides, sleeveGrain, type Side } from './top-parts.ts';
import { button, label } from './trim.ts';

export interface JacketStyle {
  seed: number;
  fabric: Layer['fabric'];
  print?: Print;
  /** `chore`: three patch pockets; `overshirt`: two flap pockets on the chest, and a shirt's hem. */
  pockets: 'chore' | 'overshirt';
  depth?: number;
}

type Cloth = Pick<Layer, 'dye' | 'fabric' | 'print'>;
/** Contrast stitches of 9 units with 5 between. */
const dash = [9, 5] as const;
const stitch = (d: string, width = 1.9) => ({ d, width, dash, dye: 'stitch', alpha: 0.75 });

/** Seen through the neck. */
const lining: Layer = {
  d: symmetric(
    [0, -14],
    [
      [
        [60, -14],
        [86, 6],
      ],
      [
        [84, 70],
        [50, 124],
        [0, 140],
      ],
    ],
  ),
  dye: 'lining',
  fabric: 'poplin',
  height: 6,
  rumple: { height: 1 },
};

/** Draws a work jacket that buttons to a pointed collar. */
export function jacket(cut: TopCut, { seed, fabric, print, pockets, depth = 1.15 }: JacketStyle): Drawing {
  const block = topBlock({ ...cut, neck_half: 80, neck_drop: 106 });
  const cloth = { dye: 'main', fabric, print } as const;
  const { hem_half, length } = cut;
  const body: Layer = {
    ...cloth,
    d: block.body,
    swell_with: block.together,
    height: 17,
    seed,
    bend: 4,
    folds: bodyFolds(block, { seed, depth }),
    rumple: { height: 3.2, scale: 100, crease: 1.2 },
    shadow: { strength: 0.14, blur: 4 },
    seams: [
      { d: block.armhole, width: 3 },
      { d: mirrorPath(block.armhole), width: 3 },
    ],
    marks: [
      stitch(`M${-hem_half + 4} ${length - 26}Q0 ${length - 10} ${hem_half - 4} ${length - 26}`),
      ...['', 'm'].map((side) => stitch(side ? mirrorPath(besideArmhole(block)) : besideArmhole(block))),
    ],
  };
  const radius = pockets === 'chore' ? 12 : 10;
  const first = 142;
  const step = (length - 70 - first) / 4;
  return {
    layers: [
      lining,
      label(0, 34, { width: 64, height: 28 }),
      ...sides.map((side) => jacketSleeve(block, cloth, { side, seed, depth })),
      body,
      {
        ...cloth,
        d: `M-15 118C0 108 8 102 14 98L18 ${length + 6}L-15 ${length + 6}Z`,
        height: 5,
        reach: 200,
        seed: seed + 3,
        rumple: { height: 1.4 },
        shadow: { strength: 0.34, x: -4, y: 1, blur: 5 },
        marks: [stitch(`M-6 124L-7 ${length + 2}`)],
      },
      ...Array.from({ length: 5 }, (_, i) => button(4, first + step * i, radius)),
      ...(pockets === 'chore' ? chorePockets(cloth, cut, seed) : flapPockets(cloth, cut, seed)),
      ...workCollar(cloth),
    ],
    details: [
      { name: 'collar', x: -175, y: -60, size: 350 },
      pockets === 'chore' ? { name: 'front', x: 20, y: length - 330, size: 320 } : { name: 'front', x: -20, y: 120, size: 300 },
    ],
  };
}

function besideArmhole({ pit, shoulder }: TopBlock): string {
  const [sx, sy] = shoulder;
  return `M${sx - 9} ${sy + 2}C${sx - 24} ${pit[1] * 0.45} ${sx - 22} ${pit[1] * 0.76} ${pit[0] - 14} ${pit[1] - 8}`;
}

export function jacketSleeve(block: TopBlock, cloth: Cloth, { side, seed, depth }: { side: Side; seed: number; depth: number }): Layer {
  const { inner, outer } = block.cuff;
  const line = `M${inner[0] - 8} ${inner[1] - 30}Q${(inner[0] + outer[0]) / 2 - 8} ${(inner[1] + outer[1]) / 2 - 22} ${outer[0] - 9} ${outer[1] - 32}`;
  return {
    ...cloth,
    d: side === 'right' ? block.sleeve_right : block.sleeve_left,
    swell_with: block.together,
    height: 17,
    bend: 4,
    seed: seed + (side === 'right' ? 2 : 5),
    grain: sleeveGrain(block, side),
    folds: sideFolds(sleeveFolds(block, { seed: seed + 3, depth: depth * 1.1 }), side, seed),
    rumple: { height: 3, scale: 90, crease: 1 },
    shadow: { strength: 0.24 },
    marks: [stitch(sideOf(line, side))],
  };
}

/** A patch with rounded lower corners, hemmed at its mouth. */
function patchPocket(cloth: Cloth, { x, y, w, h, seed }: { x: number; y: number; w: number; h: number; seed: number }): Layer {
  const [l, r, b] = [x - w / 2, x + w / 2, y + h];
  return {
    ...cloth,
    d: `M${l} ${y + 2}L${r} ${y}L${r + 3} ${b - 12}Q${r + 3} ${b} ${r - 10} ${b}L${l + 10} ${b + 2}Q${l - 2} ${b + 2} ${l - 2} ${b - 10}Z`,
    height: 6,
    reach: 420,
    rumple: { height: 1.6, scale: 70 },
    seed,
    shadow: { strength: 0.26, x: 2, y: 4, blur: 5 },
    marks: [
      stitch(`M${l + 1} ${y + 22}L${r - 1} ${y + 20}`, 1.7),
      stitch(
        `M${l + 7} ${y + 6}L${l + 6} ${b - 12}Q${l + 6} ${b - 5} ${l + 13} ${b - 5}L${r - 11} ${b - 7}Q${r - 4} ${b - 7} ${r - 5} ${b - 14}L${r - 7} ${y + 5}`,
        1.7,
      ),
    ],
  };
}

function chorePockets(cloth: Cloth, { half, length }: TopCut, seed: number): Layer[] {
  return [
    patchPocket(cloth, { x: -half * 0.52, y: 216, w: 104, h: 128, seed: seed + 31 }),
    patchPocket(cloth, { x: -half * 0.55, y: length - 256, w: 150, h: 190, seed: seed + 32 }),
    patchPocket(cloth, { x: half * 0.55, y: length - 258, w: 150, h: 190, seed: seed + 33 }),
  ];
}

function flapPockets(cloth: Cloth, { half }: TopCut, seed: number): Layer[] {
  return [-1, 1].flatMap((sign, i) => {
    const [x, y] = [sign * half * 0.53, 196];
    return [
      patchPocket(cloth, { x, y: y + 14, w: 122, h: 134, seed: seed + 31 + i }),
      {
        ...cloth,
        d: `M${x - 65} ${y}L${x + 65} ${y}L${x + 66} ${y + 40}L${x} ${y + 62}L${x - 66} ${y + 40}Z`,
        height: 6,
        reach: 260,
        rumple: { height: 1 },
        seed: seed + 35 + i,
        shadow: { strength: 0.32, x: 2, y: 5, blur: 5 },
        marks: [stitch(`M${x - 60} ${y + 2}L${x - 60} ${y + 37}L${x} ${y + 56}L${x + 60} ${y + 37}L${x + 60} ${y + 2}`, 1.6)],
      },
      button(x, y + 42, 8.5),
    ];
  });
}

const leaf = 'M-80 2C-102 32 -116 74 -122 122C-90 138 -58 148 -34 153C-26 126 -12 108 6 98C-28 74 -58 42 -80 2Z';
const leaf_stitch = 'M-78 18C-96 44 -108 80 -113 116C-86 128 -60 137 -40 142C-33 120 -20 106 -5 98';

function workCollar(cloth: Cloth): Layer[] {
  const fall = { ...cloth, height: 11, reach: 900, rumple: { height: 1.8 }, shadow: { strength: 0.4, y: 7, blur: 7 } } as const;
  return [
    { ...fall, d: leaf, grain: { angle: 0.5 }, marks: [stitch(leaf_stitch)] },
    { ...fall, d: mirrorPath(leaf), grain: { angle: -0.5 }, marks: [stitch(mirrorPath(leaf_stitch))] },
    {
      ...cloth,
      d: 'M-80 4C-90 -18 -74 -34 -48 -30L0 -23L48 -30C74 -34 90 -18 80 4C50 26 -50 26 -80 4Z',
      height: 10,
      reach: 500,
      rumple: { height: 1 },
      shadow: { strength: 0.3, y: 5, blur: 5 },
    },
  ];
}
