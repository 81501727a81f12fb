import type { Drawing, Fold, Layer } from '../cloth/layer.ts';
import { mirrorPath, symmetric } from './outline.ts';
import { jacketSleeve } from './jacket.ts';
import { bodyFolds, topBlock, type TopCut } from './top-block.ts';
import { sides } from './top-parts.ts';
import { button, label } from './trim.ts';

export interface CoatStyle {
  seed: number;
  fabric: Layer['fabric'];
  /** `notch`: lapels and three buttons; `mac`: buttoned to a collar, fly hidden, with slanted pockets. */
  front: 'notch' | 'mac';
  depth?: number;
}

type Cloth = Pick<Layer, 'dye' | 'fabric'>;

/** Draws a coat to the knee. */
export function coat(cut: TopCut, { seed, fabric, front, depth = 1.1 }: CoatStyle): Drawing {
  const neck_drop = front === 'notch' ? 330 : 100;
  const block = topBlock({ ...cut, neck_half: 84, neck_drop });
  const cloth = { dye: 'main', fabric } as const;
  const { length, hem_half } = cut;
  const body: Layer = {
    ...cloth,
    d: block.body,
    swell_with: block.together,
    height: 19,
    seed,
    bend: 4,
    folds: [...bodyFolds(block, { seed, depth }), ...drape(cut)],
    rumple: { height: 3, scale: 130, crease: 0.8 },
    shadow: { strength: 0.16, blur: 5 },
    seams: [
      { d: block.armhole, width: 3 },
      { d: mirrorPath(block.armhole), width: 3 },
      { d: `M${-hem_half + 4} ${length - 34}Q0 ${length - 18} ${hem_half - 4} ${length - 34}`, width: 1.6, depth: 0.6 },
    ],
  };
  return {
    layers: [
      lining(neck_drop),
      label(0, 34, { width: 70, height: 30 }),
      ...sides.map((side) => ({ ...jacketSleeve(block, cloth, { side, seed, depth: depth * 0.6 }), marks: [] })),
      body,
      ...(front === 'notch' ? notchFront(cloth, cut, { neck_drop, seed }) : macFront(cloth, cut, { neck_drop, seed })),
    ],
    details: [
      { name: 'collar', x: -190, y: -50, size: 380 },
      { name: 'front', x: -60, y: front === 'notch' ? 290 : 420, size: 340 },
    ],
  };
}

/** Below the hip it falls in four shallow folds. */
const drape = ({ length, hem_half }: TopCut): Fold[] =>
  [-0.62, -0.3, 0.34, 0.66].map((x, i) => ({
    points: [
      [x * hem_half * 0.9, length * 0.55],
      [x * hem_half, length * 0.75],
      [x * hem_half * 1.06, length],
    ] as const,
    width: 46,
    height: i % 2 ? -6 : 6,
    open: 'end' as const,
  }));

const lining = (neck_drop: number): Layer => ({
  d: symmetric(
    [0, -14],
    [
      [
        [60, -14],
        [90, 6],
      ],
      [
        [88, 140],
        [60, neck_drop * 0.8],
        [0, neck_drop + 50],
      ],
    ],
  ),
  dye: 'lining',
  fabric: 'satin',
  gloss: { strength: 0.4, tightness: 14 },
  height: 7,
  rumple: { height: 1.6 },
  seams: [{ d: 'M-84 44Q0 72 84 44', width: 1.8 }],
});

const lay = { height: 10, reach: 800, rumple: { height: 1.6 } } as const;

/** Lapels rolled to the first button, a welt on the chest, flaps at the hip. */
function notchFront(cloth: Cloth, cut: TopCut, { neck_drop, seed }: { neck_drop: number; seed: number }): Layer[] {
  const { length } = cut;
  const lapel = `M-80 4C-104 60 -120 110 -128 158L-178 150L-182 168C-150 236 -96 300 -6 ${neck_drop + 34}C0 ${neck_drop + 20} -4 ${neck_drop - 8} -16 ${neck_drop - 40}C-48 220 -74 120 -80 4Z`;
  const fall = 'M-82 0C-112 40 -130 86 -136 126L-182 136L-176 150L-124 160C-112 108 -94 60 -66 26Z';
  const line = `M-176 160C-146 228 -94 290 -14 ${neck_drop + 20}`;
  const upper = { ...cloth, ...lay, shadow: { strength: 0.4, y: 6, blur: 8 } } as const;
  const flap = (x: number): Layer => ({
    ...cloth,
    d: `M${x - 78} ${length * 0.57}L${x + 78} ${length * 0.57 - 4}L${x + 79} ${length * 0.57 + 42}Q${x + 78} ${length * 0.57 + 50} ${x + 66} ${length * 0.57 + 50}L${x - 68} ${length * 0.57 + 53}Q${x - 78} ${length * 0.57 + 53} ${x - 78} ${length * 0.57 + 44}Z`,
    height: 6,
    reach: 300,
    seed: seed + 8,
    rumple: { height: 1 },
    shadow: { strength: 0.32, x: 2, y: 6, blur: 6 },
  });
  const bottom = length + 4;
  return [
    {
      ...cloth,
      d: `M-24 ${neck_drop + 10}L26 ${neck_drop - 10}L30 ${bottom}L-24 ${bottom}Z`,
      height: 6,
      reach: 300,
      seed: seed + 3,
      rumple: { height: 1.4 },
      shadow: { strength: 0.34, x: -5, y: 1, blur: 7 },
    },
    flap(-cut.half * 0.58),
    flap(cut.half * 0.58),
    {
      ...cloth,
      d: `M${cut.half * 0.34} 282L${cut.half * 0.76} 270L${cut.half * 0.77} 294L${cut.half * 0.345} 306Z`,
      height: 5,
      reach: 160,
      shadow: { strength: 0.3, x: 1, y: 3, blur: 4 },
    },
    { ...upper, d: lapel, seed: seed + 5, grain: { angle: 0.4 }, seams: [{ d: line, width: 1.2, depth: 0.5 }] },
    { ...upper, d: mirrorPath(lapel), seed: seed + 6, grain: { angle: -0.4 }, seams: [{ d: mirrorPath(line), width: 1.2, depth: 0.5 }] },
    { ...upper, d: fall, grain: { angle: 0.7 } },
    { ...upper, d: mirrorPath(fall), grain: { angle: -0.7 } },
    {
      ...cloth,
      d: 'M-84 2C-92 -20 -76 -36 -50 -32L0 -26L50 -32C76 -36 92 -20 84 2C60 24 40 20 0 20C-40 20 -60 24 -84 2Z',
      height: 11,
      reach: 500,
      rumple: { height: 1 },
      shadow: { strength: 0.3, y: 5, blur: 6 },
    },
    ...Array.from({ length: 3 }, (_, i) => button(2, neck_drop + 44 + i * 116, 14)),
  ];
}

/** A pointed collar over a hidden button line, pockets cut on the slant. */
function macFront(cloth: Cloth, cut: TopCut, { neck_drop, seed }: { neck_drop: number; seed: number }): Layer[] {
  const bottom = cut.length + 6;
  const leaf = 'M-84 0C-112 36 -130 80 -138 132C-102 150 -66 160 -38 164C-30 136 -14 116 8 104C-28 78 -60 44 -84 0Z';
  const upper = { ...cloth, ...lay, shadow: { strength: 0.4, y: 7, blur: 8 } } as const;
  const welt = `M${cut.half * 0.46} 560L${cut.half * 0.58} 552L${cut.half * 0.8} 716L${cut.half * 0.68} 726Z`;
  const stitched = { height: 6, reach: 200, shadow: { strength: 0.3, x: 2, y: 3, blur: 5 } } as const;
  return [
    {
      ...cloth,
      d: `M-26 ${neck_drop}L30 ${neck_drop - 8}L36 ${bottom}L-26 ${bottom}Z`,
      height: 6,
      reach: 340,
      seed: seed + 3,
      rumple: { height: 1.6 },
      shadow: { strength: 0.36, x: -5, y: 1, blur: 6 },
      seams: [{ d: `M-14 ${neck_drop}L-14 ${bottom - 2}`, width: 1.4, depth: 0.6 }],
    },
    { ...cloth, ...stitched, d: welt },
    { ...cloth, ...stitched, d: mirrorPath(welt) },
    { ...upper, d: leaf, grain: { angle: 0.5 } },
    { ...upper, d: mirrorPath(leaf), grain: { angle: -0.5 } },
    {
      ...cloth,
      d: 'M-84 4C-94 -18 -78 -36 -50 -32L0 -25L50 -32C78 -36 94 -18 84 4C52 28 -52 28 -84 4Z',
      height: 11,
      reach: 500,
      rumple: { height: 1 },
      shadow: { strength: 0.3, y: 5, blur: 6 },
    },
    button(4, neck_drop + 32, 12),
  ];
}
