import type { Drawing, Layer, Print } from '../cloth/layer.ts';
import { mirrorPath } from './outline.ts';
import { bodyFolds, sleeveFolds, topBlock, type TopCut } from './top-block.ts';
import { cuffLine, insideOf, neckband, sideFolds, sideOf, sleeveGrain } from './top-parts.ts';
import { label } from './trim.ts';

export interface TeeStyle {
  seed: number;
  print?: Print;
  /** A heavier jersey stands in deeper folds. */
  depth?: number;
  pocket?: boolean;
}

/** Draws a T-shirt, or with long sleeves a jersey top such as a Breton. */
export function tee(cut: TopCut, { seed, print, depth = 1.2, pocket = false }: TeeStyle): Drawing {
  const block = topBlock(cut);
  const cloth = { dye: 'main', fabric: 'jersey', print, swell_with: block.together, height: 13 } as const;
  const { neck_half, hem_half, length } = cut;
  const sleeve = (side: 'left' | 'right'): Layer => ({
    ...cloth,
    d: side === 'right' ? block.sleeve_right : block.sleeve_left,
    seed: seed + (side === 'right' ? 2 : 5),
    folds: sideFolds(sleeveFolds(block, { seed, depth }), side, seed),
    rumple: { height: 3.2, scale: 90 },
    grain: sleeveGrain(block, side),
    seams: [{ d: sideOf(cuffLine(block, 20), side), width: 1.8, depth: 0.8 }],
    shadow: { strength: 0.2 },
  });
  const body: Layer = {
    ...cloth,
    d: block.body,
    seed,
    bend: print ? 2 : 5,
    folds: bodyFolds(block, { seed, depth }),
    rumple: { height: 3.6 },
    shadow: { strength: 0.12, blur: 4 },
    seams: [
      { d: block.armhole, width: 2.6 },
      { d: mirrorPath(block.armhole), width: 2.6 },
      { d: `M${-hem_half + 2} ${length - 30}Q0 ${length - 12} ${hem_half - 2} ${length - 30}`, width: 1.8, depth: 0.8 },
    ],
  };
  return {
    layers: [
      insideOf(cut, 'jersey'),
      label(0, 20),
      sleeve('left'),
      sleeve('right'),
      body,
      neckband(cut, { width: 21, fabric: 'fine_rib', dye: print ? 'band' : 'main' }),
      ...(pocket ? [chestPocket(cut, seed)] : []),
    ],
    details: [
      { name: 'collar', x: -neck_half - 70, y: -40, size: 2 * neck_half + 140 },
      { name: 'hem', x: hem_half - 250, y: length - 250, size: 290 },
    ],
  };
}

function chestPocket({ half }: TopCut, seed: number): Layer {
  const [l, t, w, h] = [half * 0.26, 150, 100, 112];
  return {
    d: `M${l} ${t}L${l + w} ${t - 2}L${l + w + 1} ${t + h - 14}L${l + w / 2} ${t + h}L${l + 1} ${t + h - 14}Z`,
    dye: 'main',
    fabric: 'jersey',
    height: 4,
    reach: 300,
    seed: seed + 21,
    rumple: { height: 1.2 },
    shadow: { strength: 0.18, x: 1, y: 2, blur: 3 },
    seams: [{ d: `M${l + 2} ${t + 16}L${l + w - 2} ${t + 14}`, width: 1.4, depth: 0.7 }],
  };
}
