import type { FabricName } from '../cloth/fabrics.ts';
import type { Layer, Print } from '../cloth/layer.ts';
import { fold, mirrorPath, trace } from '../garments/outline.ts';

export type NeckName = 'crew' | 'v' | 'roll' | 'collar' | 'notch' | 'wrap';

/** What a neck needs to know of its top. */
interface Necked {
  fabric: FabricName;
  print?: Print;
  rib: boolean;
}

const band = (d: string, width: number, rib: boolean, fabric: FabricName): Layer => ({
  d,
  width,
  dye: rib ? 'rib' : 'main',
  fabric: rib ? 'rib' : fabric,
  height: 6,
  reach: 300,
  rumple: { height: 0.3 },
  shadow: { strength: 0.34, y: 4, blur: 5 },
});

const leaf = 'M-52 214C-64 232 -74 256 -78 284C-60 294 -38 302 -22 306C-14 286 -6 272 2 262C-20 250 -38 234 -52 214Z';

/** Fronts laid open to the first button. */
const lapel = 'M-54 216C-68 248 -82 272 -86 296L-114 290L-117 304C-100 342 -60 392 -3 436C-6 410 -40 300 -54 216Z';
const coat_collar = 'M-40 198C-56 202 -64 214 -66 226C-80 250 -88 268 -92 284L-116 290L-110 304L-80 306C-70 270 -52 240 -38 222Z';
/** The overlapping front of a wrap, from the shoulder across to the waist, and the one beneath. */
const crossing = 'M66 221C54 280 -20 380 -66 452';

/** What lies around the neck of what the figure wears, by its name. */
export const necks: Record<NeckName, (top: Necked) => Layer[]> = {
  crew: ({ rib, fabric }) => [band('M-66 222C-54 243 -30 255 0 256C30 255 54 243 66 222', rib ? 20 : 12, rib, fabric)],
  v: ({ fabric, rib }) => [
    band(
      trace(
        [-64, 220],
        [
          [
            [-52, 262],
            [0, 326],
          ],
        ],
      ) +
        trace(
          [0, 326],
          [
            [
              [52, 262],
              [64, 220],
            ],
          ],
        ).replace(/^M[\d.-]+ [\d.-]+/, ''),
      rib ? 18 : 12,
      rib,
      fabric,
    ),
  ],
  roll: ({ fabric }) => [
    {
      d: 'M-46 186C-30 178 30 178 46 186C56 206 60 226 66 240C40 262 -40 262 -66 240C-60 226 -56 206 -46 186Z',
      dye: 'rib',
      fabric: fabric === 'chunky' ? 'rib' : 'fine_rib',
      height: 16,
      rise: 'puff',
      rumple: { height: 1.6 },
      shadow: { strength: 0.36, y: 8, blur: 8 },
      folds: [fold('-44 212, 0 226, 46 210', 20, -5)],
    },
  ],
  collar: ({ fabric, print }) => [
    {
      d: 'M-52 218C-58 202 -46 192 -30 192L30 192C46 192 58 202 52 218C34 232 -34 232 -52 218Z',
      dye: 'main',
      fabric,
      print,
      height: 8,
      reach: 400,
      shadow: { strength: 0.3, y: 4, blur: 4 },
    },
    ...[leaf, mirrorPath(leaf)].map((d, i): Layer => ({
      d,
      dye: 'main',
      fabric,
      print,
      height: 7,
      reach: 500,
      rumple: { height: 1 },
      grain: { angle: i ? -0.5 : 0.5 },
      shadow: { strength: 0.38, y: 5, blur: 6 },
    })),
  ],
  notch: ({ fabric }) => {
    const cloth = { dye: 'main', fabric, height: 8, reach: 500, rumple: { height: 1 }, shadow: { strength: 0.4, y: 6, blur: 7 } } as const;
    return [
      ...[lapel, mirrorPath(lapel)].map((d, i): Layer => ({ ...cloth, d, grain: { angle: i ? -0.4 : 0.4 } })),
      ...[coat_collar, mirrorPath(coat_collar)].map((d, i): Layer => ({ ...cloth, d, grain: { angle: i ? -0.7 : 0.7 } })),
    ];
  },
  wrap: ({ fabric, print }) =>
    [mirrorPath(crossing), crossing].map((d): Layer => ({
      d,
      width: 15,
      dye: 'main',
      fabric,
      print,
      height: 6,
      reach: 300,
      rumple: { height: 0.6 },
      shadow: { strength: 0.4, y: 5, blur: 6 },
    })),
};
