import type { Drawing, Layer } from '../cloth/layer.ts';
import { knitSleeve, ribbedCuff, ribbedHem, type KnitStyle } from './knit.ts';
import { mirrorPath, trace } from './outline.ts';
import { bodyFolds, topBlock, type TopCut } from './top-block.ts';
import { insideOf, sides } from './top-parts.ts';
import { button, label } from './trim.ts';

const band_width = 38;

/** Draws a buttoned cardigan with a V neck; its bands run in one from hem to hem round the neck. */
export function cardigan(
  cut: TopCut,
  { seed, fabric, depth = 1, pockets = false }: Omit<KnitStyle, 'neck'> & { pockets?: boolean },
): Drawing {
  const block = topBlock(cut);
  const rib = fabric === 'fine_knit' ? 'fine_rib' : 'rib';
  const cloth = { dye: 'main', fabric, swell_with: block.together, height: 17 } as const;
  const { neck_drop, length } = cut;
  const body: Layer = {
    ...cloth,
    d: block.body,
    seed,
    folds: bodyFolds(block, { seed, depth }),
    rumple: { height: 3, scale: 120 },
    shadow: { strength: 0.12, blur: 4 },
    seams: [
      { d: block.armhole, width: 3 },
      { d: mirrorPath(block.armhole), width: 3 },
    ],
  };
  const first = neck_drop + 52;
  const step = (length - 30 - first) / 5;
  return {
    layers: [
      insideOf(cut, fabric),
      label(0, 24),
      ...sides.flatMap((side) => [knitSleeve(block, cloth, { side, seed, depth }), ribbedCuff(block, { side, rib })]),
      body,
      ribbedHem(cut, rib),
      ...(pockets ? [-1, 1].map((sign) => patch(cut, { sign, fabric, seed })) : []),
      ...bands(cut, rib),
      ...Array.from({ length: 6 }, (_, i) => button(0, first + step * i, 10.5)),
    ],
    details: [
      { name: 'front', x: -150, y: neck_drop - 60, size: 300 },
      { name: 'hem', x: -60, y: length - 270, size: 300 },
    ],
  };
}

function bands({ neck_half: n, neck_drop, length }: TopCut, rib: 'rib' | 'fine_rib'): Layer[] {
  const edge = (sign: 1 | -1): string =>
    trace(
      [sign * (n - 2), -6],
      [
        [
          [sign * n * 0.96, neck_drop * 0.3],
          [sign * n * 0.5, neck_drop * 0.62],
          [0, neck_drop + 34],
        ],
        [[0, length + 6]],
      ],
    );
  // The overlapping side lies last, its edge just beyond the centre.
  return ([1, -1] as const).map((sign): Layer => ({
    d: edge(sign),
    width: band_width,
    dye: 'rib',
    fabric: rib,
    height: 8,
    reach: 340,
    grain: { angle: Math.PI / 2 },
    rumple: { height: 0.8 },
    shadow: { strength: 0.34, x: sign * -3, y: 3, blur: 5 },
    clip: `M${-n - 60} -1L${-n} -3Q0 8 ${n} -3L${n + 60} -1L${n + 60} ${length + 5}L${-n - 60} ${length + 5}Z`,
  }));
}

function patch({ half, length }: TopCut, { sign, fabric, seed }: { sign: number; fabric: Layer['fabric']; seed: number }): Layer {
  const [x, y, w, h] = [sign * half * 0.53, length - 250, 66, 150];
  return {
    d: `M${x - w} ${y}L${x + w} ${y}L${x + w} ${y + h - 12}Q${x + w} ${y + h} ${x + w - 12} ${y + h}L${x - w + 12} ${y + h}Q${x - w} ${y + h} ${x - w} ${y + h - 12}Z`,
    dye: 'main',
    fabric,
    height: 6,
    reach: 400,
    seed: seed + 13,
    rumple: { height: 1.6 },
    shadow: { strength: 0.22, x: 1, y: 3, blur: 5 },
    seams: [{ d: `M${x - w} ${y + 24}L${x + w} ${y + 24}`, width: 2 }],
  };
}
