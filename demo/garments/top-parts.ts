import type { Fold, Layer } from '../cloth/layer.ts';
import { mirrorFolds, mirrorPath, symmetric, symmetricLine } from './outline.ts';
import type { TopBlock, TopCut } from './top-block.ts';

/** The viewer's left or right. */
export type Side = 'left' | 'right';
export const sides: readonly Side[] = ['left', 'right'];

/** The inside of the back, seen through the neck. */
export function insideOf({ neck_half, neck_drop }: TopCut, fabric: Layer['fabric']): Layer {
  const n = neck_half + 8;
  return {
    d: symmetric(
      [0, -4],
      [
        [
          [n * 0.6, -4],
          [n, 2],
        ],
        [
          [n, neck_drop * 0.6],
          [n * 0.6, neck_drop + 24],
          [0, neck_drop + 26],
        ],
      ],
    ),
    dye: 'inside',
    fabric,
    height: 6,
    reach: 900,
    rumple: { height: 1 },
    seams: [{ d: `M${-n + 6} 26Q0 50 ${n - 6} 26`, width: 1.8, depth: 0.8 }],
  };
}

/** A band along a round neck. */
export function neckband(
  { neck_half: n, neck_drop }: TopCut,
  { width, fabric, dye }: { width: number; fabric: Layer['fabric']; dye: string },
): Layer {
  const e = n + 1;
  return {
    d: symmetricLine(
      [e - width * 0.12, -6],
      [
        [
          [e * 0.97, neck_drop * 0.52],
          [e * 0.58, neck_drop + width * 0.18],
          [0, neck_drop + width * 0.18],
        ],
      ],
    ),
    width,
    clip: `M${-n - 60} -1L${-n} -3Q0 8 ${n} -3L${n + 60} -1L${n + 60} ${neck_drop + 80}L${-n - 60} ${neck_drop + 80}Z`,
    dye,
    fabric,
    height: 7,
    reach: 260,
    shadow: { strength: 0.3, x: 1, y: 4, blur: 4 },
  };
}

/** A line across the right sleeve, so far above its end. */
export function cuffLine({ cuff: { outer, inner }, pit, cut }: TopBlock, above: number): string {
  const is_long = cut.sleeve > 380;
  const [dx, dy] = is_long ? [-0.2, -0.98] : [-0.8, -0.58];
  const inset = is_long ? 0 : 0.02 * (pit[0] - inner[0]);
  return `M${outer[0] + dx * above} ${outer[1] + dy * above}L${inner[0] + dx * above * 0.6 + inset} ${inner[1] + dy * above * 0.95}`;
}

export const sideFolds = (folds: readonly Fold[], side: Side, seed: number): readonly Fold[] =>
  side === 'right' ? folds : mirrorFolds(folds, seed + 9);

export const sideOf = (d: string, side: Side): string => (side === 'right' ? d : mirrorPath(d));

/** The grain runs along the sleeve. */
export function sleeveGrain({ cut, shoulder }: TopBlock, side: Side): Layer['grain'] {
  const angle = cut.sleeve > 380 ? -0.2 : -0.62;
  const sign = side === 'right' ? 1 : -1;
  return { angle: angle * sign, x: sign * shoulder[0], y: shoulder[1] };
}
