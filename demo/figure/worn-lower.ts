import type { FabricName } from '../cloth/fabrics.ts';
import type { Fold, Layer, Print } from '../cloth/layer.ts';
import { fold, bothSides, mirrorFolds, mirrorPath, symmetric, type Point } from '../garments/outline.ts';

export interface WornLegs {
  fabric: FabricName;
  /** Units across at the hem; a straight leg has 74. */
  hem: number;
  is_short: boolean;
  has_crease: boolean;
  print?: Print;
}

/** Dresses the figure in trousers, or shorts. */
export function wornLegs({ fabric, hem, is_short, has_crease, print }: WornLegs): Layer[] {
  const bottom = is_short ? 800 : 1096;
  const outer = is_short ? 130 : Math.max(106, 30 + hem);
  const inner = is_short ? 10 : outer - hem;
  const knee = is_short ? 122 : 106 + Math.max(0, outer - 110) * 0.5;
  const d = `M-4 596L117 596C130 660 ${knee + 14} 730 ${knee + 8} ${Math.min(bottom, 806)}${is_short ? '' : `C${knee + 2} 900 ${outer + 4} 1000 ${outer} ${bottom}`}C${outer - 26} ${bottom + 11} ${inner + 22} ${bottom + 11} ${inner} ${bottom + 2}C${is_short ? 8 : 26} ${is_short ? 770 : 960} 20 820 1 700Z`;
  const folds: Fold[] = [
    fold('10 700, 60 680, 116 640', 26, 7),
    fold('12 740, 50 740, 110 700', 22, -7),
    ...(is_short ? [] : longFolds(inner, outer)),
    ...(has_crease
      ? [
          {
            points: [
              [62, 612],
              [70, 850],
              [(inner + outer) / 2, bottom],
            ] as const,
            width: 14,
            height: 8,
            open: 'end' as const,
          },
        ]
      : []),
  ];
  const leg = { dye: 'main', fabric, print, contrast: 0.9, height: 40, reach: 5200, rumple: { height: 2.8, scale: 80 } } as const;
  return [
    { ...leg, d: mirrorPath(d), seed: 61, folds: mirrorFolds(folds, 5), shadow: { strength: 0.35 } },
    { ...leg, d, seed: 62, folds, shadow: { strength: 0.35, x: -3 } },
    {
      d: 'M-118 582Q0 600 118 582L119 612Q0 630 -119 612Z',
      dye: 'main',
      fabric,
      height: 12,
      reach: 500,
      rumple: { height: 1 },
      shadow: { strength: 0.2 },
    },
  ];
}

const longFolds = (inner: number, outer: number): Fold[] => [
  {
    points: [
      [28, 860],
      [70, 884],
      [outer + 6, 860],
    ],
    width: 24,
    height: 6,
  },
  {
    points: [
      [28, 890],
      [74, 912],
      [outer + 6, 896],
    ],
    width: 20,
    height: -6,
  },
  {
    points: [
      [inner, 1040],
      [(inner + outer) / 2, 1060],
      [outer, 1040],
    ],
    width: 20,
    height: 6,
  },
  {
    points: [
      [inner + 2, 1070],
      [(inner + outer) / 2, 1084],
      [outer, 1072],
    ],
    width: 16,
    height: -6,
  },
];

export interface WornSkirt {
  fabric: FabricName;
  /** Where it ends, figure space, and half its width there. */
  hem: number;
  hem_half: number;
  pleats: number;
  gloss?: number;
  print?: Print;
  /** From the waist up: a dress's bodice has its own layers. */
  waist: number;
  /** Half its width there; a skirt alone sits close. */
  waist_half?: number;
}

/** Dresses the figure in a skirt, or the skirt of a dress. */
export function wornSkirt({ fabric, hem, hem_half, pleats, gloss = 0, print, waist, waist_half: w = 92 }: WornSkirt): Layer[] {
  const places = pleats > 0 ? Array.from({ length: 9 }, (_, i) => 0.06 + i * 0.115) : [0.12, 0.36, 0.6, 0.86];
  const falls: Fold[] = places.map((t, i) => ({
    points: [
      [88 * t, waist + 24],
      [120 * t, (waist + hem) / 2],
      [hem_half * t, hem + 8],
    ] as Point[],
    width: pleats > 0 ? 14 : 38,
    height: i % 2 ? -9 : 9,
    open: 'end',
    blur: pleats > 0 ? 4 : undefined,
  }));
  return [
    {
      d: skirtOutline({ waist, w, hem, hem_half }),
      dye: 'main',
      fabric,
      print,
      seed: 71,
      height: 36,
      reach: 5200,
      bend: 6,
      contrast: 0.95,
      rumple: { height: 1.6 },
      gloss: gloss > 0 ? { strength: gloss, tightness: 16 } : undefined,
      folds: bothSides(falls, 7),
      shadow: { strength: 0.36, blur: 10 },
    },
    {
      d: `M${-w} ${waist - 14}Q0 ${waist + 4} ${w} ${waist - 14}L${w + 2} ${waist + 16}Q0 ${waist + 36} ${-w - 2} ${waist + 16}Z`,
      dye: 'main',
      fabric,
      print,
      height: 9,
      reach: 300,
      rumple: { height: 1 },
      shadow: { strength: 0.3 },
    },
  ];
}

const skirtOutline = ({ waist, w, hem, hem_half }: { waist: number; w: number; hem: number; hem_half: number }): string =>
  symmetric(
    [0, waist + 10],
    [
      [
        [56, waist + 10],
        [w - 2, waist],
      ],
      [
        [112, waist + 70],
        [120, waist + 130],
        [124, waist + 170],
      ],
      [
        [hem_half * 0.86, (waist + hem) / 2 + 60],
        [hem_half, hem - 10],
      ],
      [
        [hem_half * 0.5, hem + 16],
        [0, hem + 18],
      ],
    ],
  );
