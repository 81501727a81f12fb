import type { FabricName } from '../cloth/fabrics.ts';
import type { Fold, Layer, Print } from '../cloth/layer.ts';
import { fold, bothSides, mirrorFolds, mirrorPath, symmetric } from '../garments/outline.ts';
import { button } from '../garments/trim.ts';
import { necks, type NeckName } from './worn-neck.ts';

/** A pocket: its middle, its mouth's height, its width and height; `flap` when it closes. */
export interface Patch {
  x: number;
  y: number;
  w: number;
  h: number;
  has_flap?: boolean;
}

export interface WornTop {
  fabric: FabricName;
  print?: Print;
  seed: number;
  /** Where it ends, figure space: 634 is a tee's hem. */
  hem: number;
  is_long_sleeved: boolean;
  /** Ribs at neck, cuff and hem. */
  rib: boolean;
  neck: NeckName;
  /** Pockets sewn onto the front. */
  patches?: readonly Patch[];
  is_buttoned: boolean;
  /** How many; as many as its length takes when left out. */
  buttons?: number;
  /** Room beside the body, units a side. */
  room: number;
}

const short_sleeve = 'M106 246C134 256 154 286 162 330C168 366 172 392 174 412L116 420C112 386 108 340 106 300Z';
const long_sleeve =
  'M106 244C138 254 158 290 165 340C173 410 186 470 194 540C197 566 198 590 198 616L144 622C138 580 128 520 120 470C110 400 102 330 105 290Z';
const cuff = 'M144 606C160 612 182 610 198 603C200 618 200 634 197 648C182 655 162 656 150 652C146 636 144 622 144 606Z';

/** Dresses the figure in a top. */
export function wornTop(top: WornTop): Layer[] {
  const { fabric, print, seed, room, rib } = top;
  const cloth: Pick<Layer, 'dye' | 'fabric' | 'print' | 'height' | 'reach' | 'rumple' | 'texture_gain' | 'contrast'> = {
    dye: 'main',
    fabric,
    print,
    height: 34 + room,
    reach: 5200,
    rumple: { height: 3, scale: 70 },
    texture_gain: 0.85,
    contrast: 0.9,
  };
  const body: Layer = {
    ...cloth,
    d: trunk(top),
    seed,
    bend: print ? 2 : 5,
    folds: trunkFolds(top.hem, room),
    seams: [sideSeam(1, room), sideSeam(-1, room)],
    shadow: { strength: 0.34, blur: 9 },
  };
  return [
    ...sleeves(top, cloth),
    body,
    ...(rib ? [ribHem(top)] : []),
    ...(top.is_buttoned ? buttonLine(top) : []),
    ...(top.patches ?? []).flatMap((patch) => patchPocket(top, patch)),
    ...necks[top.neck](top),
  ];
}

/** How deep the front is cut at the centre, figure space. */
const neckline: Record<NeckName, number> = { crew: 250, roll: 250, collar: 256, v: 318, wrap: 330, notch: 418 };

function trunk({ hem, room, neck }: WornTop): string {
  const top = neckline[neck];
  const wide = 116 + room;
  return symmetric(
    [0, top],
    [
      [
        [34, top - (top > 300 ? 34 : 3)],
        [56, 236],
        [64, 220],
      ],
      [
        [98, 232],
        [122 + room * 0.4, 248],
      ],
      [
        [137 + room, 300],
        [130 + room, 350],
      ],
      [
        [wide - 2, 430],
        [wide - 4, 500],
        [wide + Math.max(0, (hem - 560) * 0.03), Math.min(hem, 600)],
      ],
      [
        [wide + (hem - 600) * 0.07, (hem + 600) / 2],
        [wide + (hem - 600) * 0.12, hem - 8],
      ],
      [
        [70, hem + 10],
        [0, hem + 12],
      ],
    ],
  );
}

const sideSeam = (sign: 1 | -1, room: number): { d: string; width: number } => ({
  d: `M${sign * (122 + room * 0.4)} 250C${sign * 110} 290 ${sign * 112} 330 ${sign * (129 + room)} 352`,
  width: 2.2,
});

function trunkFolds(hem: number, room: number): Fold[] {
  const long = Math.max(0, hem - 634);
  const sides: Fold[] = [
    {
      points: [
        [128 + room, 346],
        [80, 378],
        [36, 382],
      ],
      width: 28,
      height: 8,
    },
    fold('122 364, 92 444, 98 540', 24, -8),
    fold('116 450, 76 510, 82 600', 26, 7),
    fold('100 254, 94 300, 62 340', 24, -5),
  ];
  const falls: Fold[] =
    long < 120
      ? []
      : [0.24, 0.56, 0.86].map((t, i) => ({
          points: [
            [110 * t, 560],
            [124 * t, hem - long / 2],
            [140 * t, hem],
          ] as const,
          width: 34,
          height: i % 2 ? -9 : 9,
          open: 'end' as const,
        }));
  return [
    ...bothSides([...sides, ...falls], 3),
    fold('-50 480, 0 512, 72 492', 28, -7),
    fold('-74 548, -10 582, 82 560', 30, 7),
    fold('-60 596, 0 610, 72 600', 22, -5),
  ];
}

function sleeves({ is_long_sleeved, rib, seed, room, fabric, print }: WornTop, cloth: Omit<Layer, 'd'>): Layer[] {
  const d = is_long_sleeved ? long_sleeve : short_sleeve;
  const folds: Fold[] = is_long_sleeved
    ? [
        fold('112 330, 140 356, 168 340', 24, 8),
        fold('116 370, 146 400, 174 380', 20, -8),
        fold('124 450, 154 466, 184 450', 22, 8),
        fold('126 476, 156 500, 188 484', 18, -8),
        fold('134 530, 162 552, 194 540', 20, 7),
        fold('140 572, 166 590, 196 580', 16, -6),
      ]
    : [fold('114 320, 140 350, 166 346', 20, 6), fold('114 372, 140 384, 170 374', 16, -5)];
  const cuffs = {
    dye: rib ? 'rib' : 'main',
    fabric: rib ? ('rib' as const) : fabric,
    print: rib ? undefined : print,
    height: 10,
    reach: 900,
    rumple: { height: 1 },
  };
  return [-1, 1].flatMap((sign): Layer[] => [
    {
      ...cloth,
      d: sign === 1 ? d : mirrorPath(d),
      seed: seed + 10 + sign,
      ridges: room > 6 ? [{ d: sign === 1 ? 'M150 300L170 420' : 'M-150 300L-170 420', width: 24, height: 2 }] : [],
      folds: sign === 1 ? folds : mirrorFolds(folds, seed),
      shadow: { strength: 0.34 },
      seams: is_long_sleeved ? [] : [{ d: sign === 1 ? 'M116 408L173 400' : 'M-116 408L-173 400', width: 1.6, depth: 0.7 }],
    },
    ...(is_long_sleeved ? [{ ...cuffs, d: sign === 1 ? cuff : mirrorPath(cuff), shadow: { strength: 0.25 } }] : []),
  ]);
}

function ribHem({ hem, room }: WornTop): Layer {
  const w = 118 + room;
  return {
    d: `M${-w - 2} ${hem - 18}Q0 ${hem + 16} ${w + 2} ${hem - 18}C${w + 4} ${hem + 6} ${w + 2} ${hem + 22} ${w - 4} ${hem + 36}Q0 ${hem + 68} ${-w + 4} ${hem + 36}C${-w - 2} ${hem + 22} ${-w - 4} ${hem + 6} ${-w - 2} ${hem - 18}Z`,
    dye: 'rib',
    fabric: 'rib',
    height: 16,
    reach: 1600,
    rumple: { height: 1 },
    shadow: { strength: 0.2 },
    seams: [{ d: `M${-w - 2} ${hem - 16}Q0 ${hem + 18} ${w + 2} ${hem - 16}`, width: 2.4 }],
  };
}

function patchPocket({ fabric, print }: WornTop, { x, y, w, h, has_flap }: Patch): Layer[] {
  const [l, r, b] = [x - w / 2, x + w / 2, y + h];
  const cloth = { dye: 'main', fabric, print, height: 4, reach: 160, rumple: { height: 0.8 } } as const;
  const stitches = [
    { d: `M${l + 4} ${y + 2}L${l + 4} ${b - 5}L${r - 4} ${b - 5}L${r - 4} ${y + 2}`, width: 1.2, dash: [5, 3], dye: 'stitch', alpha: 0.5 },
  ];
  return [
    {
      ...cloth,
      d: `M${l} ${y}L${r} ${y}L${r + 1} ${b - 4}Q${r} ${b} ${r - 5} ${b}L${l + 5} ${b}Q${l} ${b} ${l - 1} ${b - 4}Z`,
      marks: stitches,
      shadow: { strength: 0.28, x: 1, y: 2, blur: 3 },
    },
    ...(has_flap
      ? [
          {
            ...cloth,
            d: `M${l - 1} ${y - 4}L${r + 1} ${y - 4}L${r + 1} ${y + 14}L${x} ${y + 22}L${l - 1} ${y + 14}Z`,
            shadow: { strength: 0.34, x: 1, y: 3, blur: 3 },
          },
        ]
      : []),
  ];
}

function buttonLine({ hem, fabric, print, neck, buttons }: WornTop): Layer[] {
  const top = Math.max(272, neckline[neck] + 12);
  const count = buttons ?? Math.max(4, Math.round((hem - top) / 78));
  const step = buttons === undefined ? (hem - top - 40) / (count - 1) : 70;
  return [
    {
      d: `M-9 ${top - 12}L10 ${top - 12}L11 ${hem + 11}L-10 ${hem + 11}Z`,
      dye: 'main',
      fabric,
      print,
      height: 4,
      reach: 100,
      rumple: { height: 1 },
      shadow: { strength: 0.32, x: 3, y: 1, blur: 4 },
    },
    ...Array.from({ length: count }, (_, i) => button(0, top + 8 + step * i, 4.6)),
  ];
}
