import type { Drawing, Layer, Print } from '../cloth/layer.ts';
import { fold } from './outline.ts';

export interface ScarfStyle {
  seed: number;
  fabric: Layer['fabric'];
  print?: Print;
}

/** Draws a folded scarf, its fringe at the ends. */
export function scarf({ seed, fabric, print }: ScarfStyle): Drawing {
  const cloth = { dye: 'main', fabric, print } as const;
  return {
    layers: [
      fringe(cloth, { from: -152, to: 10, y: 346, seed }),
      { ...cloth, d: end(-158, 16, 352), height: 15, seed: seed + 1, rumple: { height: 3, crease: 1 }, folds: falls(-158, 16, 352) },
      fringe(cloth, { from: -22, to: 158, y: 396, seed: seed + 3 }),
      {
        ...cloth,
        d: end(-26, 162, 402),
        height: 17,
        seed,
        rumple: { height: 3.4, crease: 1 },
        shadow: { strength: 0.36 },
        folds: falls(-26, 162, 402),
      },
      {
        ...cloth,
        print: undefined,
        d: 'M-164 -302C-160 -348 -110 -356 0 -356C120 -356 162 -344 166 -296C168 -242 150 -226 0 -226C-130 -226 -168 -246 -164 -302Z',
        height: 22,
        rise: 'puff',
        rumple: { height: 4 },
        seed: seed + 4,
        shadow: { strength: 0.36 },
        folds: [fold('-130 -302, -10 -332, 130 -302', 26, 8), fold('-130 -262, -10 -282, 140 -262', 24, -8)],
      },
    ],
    details: [
      { name: 'front', x: -150, y: -360, size: 300 },
      { name: 'hem', x: -100, y: 240, size: 270 },
    ],
  };
}

/** One half, hanging from the fold. */
const end = (l: number, r: number, bottom: number): string =>
  `M${l} -330C${l + 60} -344 ${r - 60} -344 ${r} -330L${r + 2} ${bottom}Q${(l + r) / 2} ${bottom + 13} ${l} ${bottom}Z`;

const falls = (l: number, r: number, bottom: number): Layer['folds'] => [
  {
    points: [
      [l + 44, -310],
      [l + 52, 20],
      [l + 40, bottom],
    ],
    width: 34,
    height: 7,
    open: 'end',
  },
  {
    points: [
      [l + 104, -300],
      [l + 92, 60],
      [l + 112, bottom],
    ],
    width: 36,
    height: -7,
    open: 'end',
  },
  {
    points: [
      [r - 34, -300],
      [r - 40, 80],
      [r - 28, bottom],
    ],
    width: 30,
    height: 5,
    open: 'end',
  },
];

/** Twisted threads, each hanging its own way. */
function fringe(cloth: Pick<Layer, 'dye' | 'fabric'>, { from, to, y, seed }: { from: number; to: number; y: number; seed: number }): Layer {
  const threads: string[] = [];
  for (let x = from; x < to; x += 9.5)
    threads.push(`M${x} ${y}Q${x + 5 * Math.sin(x + seed)} ${y + 38} ${x + 8 * Math.sin(x * 1.7 + seed)} ${y + 74}`);
  return {
    d: threads.join(''),
    width: 5,
    cap: 'round',
    dye: cloth.dye,
    fabric: 'wool',
    height: 3,
    reach: 12,
    shadow: { strength: 0.24, x: 2, y: 3, blur: 3 },
  };
}
