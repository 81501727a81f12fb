import type { Layer } from '../cloth/layer.ts';
import { mirrorPath, symmetric } from '../garments/outline.ts';

/** Figure space: x = 0 is the middle, y counts from the top of a picture 900 wide and 1200 high. */
export const figure_size = { width: 900, height: 1200 } as const;

const clay = { dye: 'clay', fabric: 'clay', rumple: { height: 0.6 }, contrast: 0.62, rise: 'tube' } as const;

const arm =
  'M88 250C122 256 140 282 144 322C148 380 156 420 162 452C172 512 176 552 176 592C182 622 186 650 178 676C172 690 156 690 152 676C145 650 147 622 144 594C136 540 127 500 121 460C112 400 102 350 98 320Z';
const leg =
  'M2 640L112 604C120 690 112 760 98 830C101 880 100 930 86 1000C81 1040 79 1070 81 1090C87 1108 103 1122 107 1132C103 1143 70 1146 50 1142C39 1130 41 1100 44 1080C39 1000 30 930 32 850C24 780 12 720 2 660Z';

const trunk = symmetric(
  [0, 215],
  [
    [
      [42, 224],
      [82, 240],
      [108, 258],
    ],
    [
      [126, 270],
      [126, 302],
      [118, 336],
    ],
    [
      [104, 400],
      [90, 440],
      [87, 480],
    ],
    [
      [87, 520],
      [108, 560],
      [112, 612],
    ],
    [
      [112, 652],
      [60, 666],
      [0, 668],
    ],
  ],
);
const neck = symmetric(
  [0, 150],
  [
    [
      [26, 150],
      [25, 204],
    ],
    [
      [34, 226],
      [74, 242],
    ],
    [
      [60, 268],
      [0, 270],
    ],
  ],
);
const head = symmetric(
  [0, 58],
  [
    [
      [36, 58],
      [52, 88],
      [52, 124],
    ],
    [
      [52, 164],
      [28, 198],
      [0, 200],
    ],
  ],
);

/** A jointed tailor's figure in pale clay: legs, arms, trunk, neck, head. */
export function mannequin(): Layer[] {
  const limb = { ...clay, height: 0.62, shadow: { strength: 0.2 } } as const;
  return [
    ...[leg, arm].flatMap((d) => [
      { ...limb, d: mirrorPath(d) },
      { ...limb, d },
    ]),
    {
      ...limb,
      d: trunk,
    },
    {
      ...limb,
      d: neck,
    },
    {
      ...clay,
      d: head,
      height: 0.8,
      shadow: { strength: 0.35, y: 14, blur: 9 },
      seams: [{ d: 'M0 58L0 200', width: 1.4, depth: 0.3 }],
    },
  ];
}

/** Plain shoes, seen from the front. */
export function shoesOnFeet(): Layer[] {
  const shoe = 'M40 1082C54 1074 82 1074 92 1084C108 1100 126 1118 124 1136C114 1150 50 1150 34 1142C30 1122 32 1100 40 1082Z';
  const sole = 'M32 1134C50 1142 110 1142 126 1130C128 1142 126 1152 116 1155C90 1160 56 1160 38 1155C30 1150 30 1142 32 1134Z';
  return [(d: string): string => mirrorPath(d), (d: string): string => d].flatMap((place): Layer[] => [
    {
      d: place(shoe),
      dye: 'shoe',
      fabric: 'leather',
      rise: 'tube',
      height: 0.7,
      contrast: 0.8,
      rumple: { height: 0.5 },
      shadow: { strength: 0.4 },
    },
    { d: place(sole), dye: 'sole', fabric: 'leather', rise: 'tube', height: 0.4, contrast: 0.8 },
  ]);
}
