import type { Drawing, Fold, Layer } from '../cloth/layer.ts';
import { symmetric, unsettle } from './outline.ts';

export interface SkirtCut {
  waist_half: number;
  hip_half: number;
  length: number;
  hem_half: number;
}

export interface SkirtStyle {
  seed: number;
  fabric: Layer['fabric'];
  /** Number of pressed pleats; 0 falls free on the bias. */
  pleats: number;
  gloss?: number;
}

/** Draws a skirt that falls from a band: in soft flutes, or in pressed pleats. */
export function skirt(
  { waist_half: w, hip_half: h, length, hem_half }: SkirtCut,
  { seed, fabric, pleats, gloss = 0 }: SkirtStyle,
): Drawing {
  const sheen = gloss > 0 ? { gloss: { strength: gloss, tightness: 16 } } : {};
  const body: Layer = {
    d: outline({ waist_half: w, hip_half: h, length, hem_half }),
    dye: 'main',
    fabric,
    seed,
    height: 15,
    contrast: 1.05,
    ...sheen,
    shadow: { strength: 0.2 },
    folds: pleats > 0 ? pressed({ w, hem_half, length, pleats }) : flutes({ w, hem_half, length, seed }),
    rumple: { height: pleats > 0 ? 1.4 : 1.2, scale: 150, stretch: 0.6 },
    seams: [{ d: `M${-hem_half + 3} ${length - 46}Q0 ${length + 24} ${hem_half - 3} ${length - 46}`, width: 1.3, depth: 0.5 }],
  };
  return {
    layers: [
      { d: `M${-w + 2} 2Q0 -22 ${w - 2} 2L${w} 36Q0 52 ${-w} 36Z`, dye: 'inside', fabric, height: 5, rumple: { height: 1 } },
      body,
      {
        d: `M${-w} 4Q0 26 ${w} 4L${w + 4} 40Q0 62 ${-w - 4} 40Z`,
        dye: 'main',
        fabric,
        height: 7,
        reach: 300,
        rumple: { height: 1.2 },
        ...sheen,
        shadow: { strength: 0.25, y: 4, blur: 5 },
        seams: [{ d: `M${-w - 3} 36Q0 58 ${w + 3} 36`, width: 1.3, depth: 0.5 }],
      },
    ],
    details: [
      { name: 'front', x: -w * 0.9, y: -30, size: w * 1.8 },
      { name: 'hem', x: hem_half * 0.1, y: length - 250, size: 290 },
    ],
  };
}

const outline = ({ waist_half: w, hip_half: h, length, hem_half }: SkirtCut): string =>
  symmetric(
    [0, 40],
    [
      [
        [w * 0.6, 40],
        [w, 26],
      ],
      [
        [w + (h - w) * 0.7, length * 0.13],
        [h + 4, length * 0.26],
        [h + (hem_half - h) * 0.24, length * 0.42],
      ],
      [
        [h + (hem_half - h) * 0.66, length * 0.7],
        [hem_half, length - 20],
      ],
      [
        [hem_half * 0.55, length + 26],
        [0, length + 28],
      ],
    ],
  );

interface Fall {
  w: number;
  hem_half: number;
  length: number;
}

/** Knife pleats: each a steep side and a flat one, wider toward the hem. */
function pressed({ w, hem_half, length, pleats }: Fall & { pleats: number }): Fold[] {
  return Array.from({ length: pleats * 2 }, (_, i) => {
    const t = ((i + 0.5) / (pleats * 2)) * 2 - 1;
    return {
      points: [
        [w * 0.96 * t, 48],
        [(w + (hem_half - w) * 0.3) * t, length * 0.4],
        [hem_half * 0.99 * t, length + 30 - 22 * t * t],
      ],
      width: (hem_half / pleats) * 0.66,
      height: i % 2 ? 9 : -9,
      open: 'end',
      blur: i % 2 ? 7 : 4,
    } satisfies Fold;
  });
}

function flutes({ w, hem_half, length, seed }: Fall & { seed: number }): Fold[] {
  const places = [-0.86, -0.62, -0.36, -0.1, 0.14, 0.4, 0.64, 0.88];
  return unsettle(
    places.map((t, i) => ({
      points: [
        [w * t * 0.8, length * (0.1 + 0.05 * (i % 3))],
        [w * t * 1.3, length * 0.5],
        [hem_half * t, length + 20],
      ],
      width: 62 - 14 * Math.abs(t),
      height: i % 2 ? 14 : -13,
      open: 'end' as const,
    })),
    seed,
  );
}
