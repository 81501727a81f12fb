import type { Drawing, Layer, Print } from '../cloth/layer.ts';
import { mirrorPath, symmetricLine, trace, type Point } from './outline.ts';
import { bodyFolds, sleeveFolds, topBlock, type TopBlock, type TopCut } from './top-block.ts';
import { insideOf, neckband, sideFolds, sideOf, sides, sleeveGrain, type Side } from './top-parts.ts';
import { label } from './trim.ts';

export interface KnitStyle {
  seed: number;
  fabric: 'knit' | 'fine_knit' | 'chunky' | 'cable';
  neck: 'crew' | 'v' | 'roll';
  print?: Print;
  depth?: number;
}

/** Draws a jumper: ribbed at the neck, the cuffs and the hem. */
export function knit(cut: TopCut, { seed, fabric, neck, print, depth = 1 }: KnitStyle): Drawing {
  const block = topBlock(cut);
  const { hem_half, length, neck_half } = cut;
  const rib = fabric === 'fine_knit' ? 'fine_rib' : 'rib';
  const cloth = { dye: 'main', fabric, print, swell_with: block.together, height: fabric === 'fine_knit' ? 13 : 17 } as const;
  const body: Layer = {
    ...cloth,
    d: block.body,
    seed,
    bend: print ? 2 : 5,
    folds: bodyFolds(block, { seed, depth }),
    rumple: { height: 3, scale: 120 },
    shadow: { strength: 0.12, blur: 4 },
    seams: [
      { d: block.armhole, width: 3 },
      { d: mirrorPath(block.armhole), width: 3 },
    ],
  };
  return {
    layers: [
      insideOf(cut, rib),
      ...(neck === 'roll' ? [] : [label(0, 22)]),
      ...sides.flatMap((side) => [knitSleeve(block, cloth, { side, seed, depth }), ribbedCuff(block, { side, rib })]),
      body,
      ribbedHem(cut, rib),
      ...necks[neck](cut, rib),
    ],
    details: [
      { name: 'collar', x: -neck_half - 70, y: -50, size: 2 * neck_half + 140 },
      { name: 'hem', x: hem_half - 270, y: length - 250, size: 300 },
    ],
  };
}

export function knitSleeve(
  block: TopBlock,
  cloth: Omit<Layer, 'd'>,
  { side, seed, depth }: { side: Side; seed: number; depth: number },
): Layer {
  return {
    ...cloth,
    d: side === 'right' ? block.sleeve_right : block.sleeve_left,
    seed: seed + (side === 'right' ? 2 : 5),
    folds: sideFolds(sleeveFolds(block, { seed: seed + 3, depth }), side, seed),
    rumple: { height: 3, scale: 100 },
    grain: sleeveGrain(block, side),
    shadow: { strength: 0.2 },
  };
}

/** A cuff that draws the sleeve in, a hand's breadth high. */
export function ribbedCuff({ cuff: { outer, inner } }: TopBlock, { side, rib }: { side: Side; rib: 'rib' | 'fine_rib' }): Layer {
  const [dx, dy] = [15, 68];
  const d = trace(
    [inner[0] + 1, inner[1] - 6],
    [
      [
        [(outer[0] + inner[0]) / 2, (outer[1] + inner[1]) / 2 + 4],
        [outer[0] + 1, outer[1] - 6],
      ],
      [
        [outer[0] + dx * 0.3, outer[1] + dy * 0.5],
        [outer[0] + dx - 8, outer[1] + dy],
      ],
      [
        [(outer[0] + inner[0]) / 2 + dx, (outer[1] + inner[1]) / 2 + dy + 9],
        [inner[0] + dx + 4, inner[1] + dy],
      ],
      [
        [inner[0] + dx * 0.4, inner[1] + dy * 0.5],
        [inner[0] + 1, inner[1] - 6],
      ],
    ],
  );
  const seam = trace(
    [inner[0], inner[1] - 3],
    [
      [
        [(outer[0] + inner[0]) / 2, (outer[1] + inner[1]) / 2 + 7],
        [outer[0], outer[1] - 3],
      ],
    ],
  );
  return {
    d: `${sideOf(d, side)}Z`,
    dye: 'rib',
    fabric: rib,
    height: 9,
    rumple: { height: 1 },
    grain: { angle: side === 'right' ? -0.2 : 0.2, x: side === 'right' ? outer[0] : -outer[0], y: outer[1] },
    seams: [{ d: sideOf(seam, side), width: 2.4 }],
    shadow: { strength: 0.15, y: 2, blur: 5 },
  };
}

export function ribbedHem({ hem_half: h, length }: TopCut, rib: 'rib' | 'fine_rib'): Layer {
  const top = length - 64;
  return {
    d: `M${-h + 3} ${top}Q0 ${top + 16} ${h - 3} ${top}C${h + 1} ${top + 24} ${h - 2} ${top + 46} ${h - 9} ${length}Q0 ${length + 18} ${-h + 9} ${length}C${-h + 2} ${top + 46} ${-h - 1} ${top + 24} ${-h + 3} ${top}Z`,
    dye: 'rib',
    fabric: rib,
    height: 9,
    rumple: { height: 1.4 },
    shadow: { strength: 0.14, y: 2, blur: 5 },
    seams: [{ d: `M${-h + 3} ${top + 2}Q0 ${top + 18} ${h - 3} ${top + 2}`, width: 2.6 }],
  };
}

const necks: Record<KnitStyle['neck'], (cut: TopCut, rib: 'rib' | 'fine_rib') => Layer[]> = {
  crew: (cut, rib) => [neckband(cut, { width: 30, fabric: rib, dye: 'rib' })],
  v: (cut, rib) => [vBand(cut, rib)],
  roll: ({ neck_half: n, neck_drop }, rib) => {
    const at = (y: number): Point => [n + 4, y];
    const roll = { dye: 'rib', fabric: rib, rise: 'puff' } as const;
    return [
      {
        ...roll,
        d: `${symmetricLine(
          [n - 2, -84],
          [
            [
              [n * 0.6, -96],
              [0, -96],
            ],
          ],
        )}C${-n - 12} -60 ${-n - 12} -10 ${-n - 4} 14Q0 ${neck_drop + 36} ${n + 4} 14C${n + 12} -10 ${n + 12} -60 ${n - 2} -84Z`,
        height: 18,
        folds: [{ points: [at(-30), [0, 10], [-n, -24]], width: 26, height: -6 }],
        rumple: { height: 2 },
        shadow: { strength: 0.4, y: 8, blur: 8 },
        seams: [{ d: `M${-n - 2} -76Q0 -62 ${n + 2} -76`, width: 2.4 }],
      },
    ];
  },
};

/** A ribbed band along a V neck, mitred at its point. */
function vBand({ neck_half: n, neck_drop }: TopCut, rib: 'rib' | 'fine_rib'): Layer {
  return {
    d: symmetricLine(
      [n - 2, -6],
      [
        [
          [n * 0.92, neck_drop * 0.14],
          [n * 0.6, neck_drop * 0.44],
          [0, neck_drop + 8],
        ],
      ],
    ),
    width: 27,
    dye: 'rib',
    fabric: rib,
    height: 8,
    reach: 300,
    shadow: { strength: 0.28, y: 4, blur: 4 },
    clip: `M${-n - 60} -1L${-n} -3Q0 8 ${n} -3L${n + 60} -1L${n + 60} ${neck_drop + 90}L${-n - 60} ${neck_drop + 90}Z`,
    seams: [{ d: `M0 ${neck_drop - 10}L0 ${neck_drop + 30}`, width: 2 }],
  };
}
