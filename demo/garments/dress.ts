import type { Drawing, Fold, Layer, Print } from '../cloth/layer.ts';
import { bothSides, symmetric, type Point } from './outline.ts';
import { bodyFolds, sleeveFolds, topBlock, type TopCut } from './top-block.ts';
import { cuffLine, insideOf, neckband, sideFolds, sideOf, sides, sleeveGrain } from './top-parts.ts';
import { label } from './trim.ts';

export interface DressStyle {
  seed: number;
  fabric: Layer['fabric'];
  /** `wrap`: crossed fronts and a tie; `plain`: a round neck, straight to the hem. */
  front: 'wrap' | 'plain';
  print?: Print;
  depth?: number;
}

/** What a dress has beside a top: where it is narrowest. */
export interface DressCut extends TopCut {
  waist_half: number;
  waist_at: number;
}

/** Draws a dress with short sleeves. */
export function dress(cut: DressCut, style: DressStyle): Drawing {
  const wrap = style.front === 'wrap';
  const block = topBlock({ ...cut, neck_drop: wrap ? 250 : cut.neck_drop });
  const cloth = { dye: 'main', fabric: style.fabric, print: style.print } as const;
  const outline = wrap ? wrapOutline(cut, block.pit) : block.body;
  const { seed, depth = 1 } = style;
  const { hem_half, length } = cut;
  const body: Layer = {
    ...cloth,
    d: outline,
    seed,
    height: 17,
    bend: 8,
    rumple: { height: 2.4, scale: 110, crease: 1.2 },
    shadow: { strength: 0.28 },
    folds: wrap
      ? skirtFolds(cut, seed)
      : [...bodyFolds(block, { seed, depth }), ...skirtFolds({ ...cut, waist_at: length * 0.5 }, seed).slice(0, 6)],
    seams: [{ d: `M${-hem_half + 3} ${length - 50}Q0 ${length - 18} ${hem_half - 3} ${length - 50}`, width: 1.4, depth: 0.6 }],
  };
  const sleeves = sides.map((side): Layer => ({
    ...cloth,
    d: side === 'right' ? block.sleeve_right : block.sleeve_left,
    seed: seed + (side === 'right' ? 3 : 4),
    height: 13,
    rumple: { height: 2.6 },
    grain: sleeveGrain(block, side),
    shadow: { strength: 0.2 },
    folds: sideFolds(sleeveFolds(block, { seed, depth }), side, seed),
    seams: [{ d: sideOf(cuffLine(block, 18), side), width: 1.5, depth: 0.6 }],
  }));
  return {
    layers: [
      insideOf(wrap ? { ...cut, neck_drop: 250 } : cut, style.fabric),
      label(0, 22),
      ...sleeves,
      body,
      ...(wrap ? wrapFront(cloth, cut) : [neckband(cut, { width: 14, fabric: style.fabric, dye: 'main' })]),
    ],
    details: [
      { name: 'collar', x: -170, y: -30, size: 340 },
      { name: wrap ? 'front' : 'hem', x: wrap ? -190 : hem_half - 290, y: wrap ? cut.waist_at - 130 : length - 260, size: 320 },
    ],
  };
}

function wrapOutline({ neck_half, shoulder_half, slope = 42, half, waist_half, waist_at, hem_half, length }: DressCut, pit: Point): string {
  return symmetric(
    [0, 250],
    [
      [
        [neck_half * 0.5, 130],
        [neck_half * 0.9, 36],
        [neck_half, 0],
      ],
      [
        [neck_half + (shoulder_half - neck_half) * 0.5, slope * 0.38],
        [shoulder_half, slope],
      ],
      [[shoulder_half - 18, pit[1] * 0.5], [shoulder_half - 14, pit[1] * 0.8], pit],
      [
        [half - 4, pit[1] + 60],
        [waist_half + 8, waist_at - 80],
        [waist_half, waist_at],
      ],
      [
        [waist_half + 22, waist_at + 90],
        [hem_half - 90, waist_at + (length - waist_at) * 0.5],
        [hem_half, length - 46],
      ],
      [
        [hem_half * 0.6, length],
        [0, length + 6],
      ],
    ],
  );
}

function skirtFolds({ waist_half: w, waist_at, hem_half, length, half }: DressCut, seed: number): Fold[] {
  const flute = (t: number, height: number, width: number): Fold => ({
    points: [
      [w * t * 0.95, waist_at + 26],
      [(w + (hem_half - w) * 0.35) * t, waist_at + (length - waist_at) * 0.5],
      [hem_half * t, length],
    ],
    width,
    height,
    open: 'end',
  });
  const bodice: Fold[] = [
    {
      points: [
        [half - 6, waist_at - 190],
        [half * 0.7, waist_at - 130],
        [half * 0.4, waist_at - 110],
      ],
      width: 34,
      height: 7,
    },
    {
      points: [
        [w - 6, waist_at - 14],
        [w * 0.7, waist_at - 70],
        [w * 0.62, waist_at - 150],
      ],
      width: 30,
      height: -6,
    },
    {
      points: [
        [w * 0.8, waist_at - 8],
        [w * 0.44, waist_at - 60],
        [w * 0.3, waist_at - 120],
      ],
      width: 26,
      height: 6,
    },
  ];
  return [
    ...bothSides([flute(0.9, 9, 40), flute(0.68, -11, 42), flute(0.46, 11, 44), flute(0.24, -9, 38)], seed),
    { ...flute(0.03, 7, 36) },
    ...bothSides(bodice, seed + 2),
  ];
}

/** Two crossing fronts and a tie with its knot. */
function wrapFront(cloth: Pick<Layer, 'dye' | 'fabric' | 'print'>, { neck_half: n, waist_half: w, waist_at: y }: DressCut): Layer[] {
  const edge = { ...cloth, height: 7, reach: 400, rumple: { height: 1 } } as const;
  const tie = { ...cloth, rumple: { height: 1.6 }, shadow: { strength: 0.36, x: 3, y: 5, blur: 6 } } as const;
  return [
    {
      ...edge,
      d: `M${-n + 4} -2C${-n + 24} 90 ${-n * 0.3} 200 ${w * 0.52} ${y - 18}L${w * 0.3} ${y - 4}C${-n * 0.7} 220 ${-n - 4} 110 ${-n - 16} 4Z`,
      shadow: { strength: 0.3, y: 5, blur: 6 },
    },
    {
      ...edge,
      d: `M${n - 4} -2C${n - 24} 90 ${n * 0.3} 200 ${-w * 0.52} ${y - 18}L${-w * 0.3} ${y - 2}C${n * 0.7} 220 ${n + 4} 110 ${n + 16} 4Z`,
      shadow: { strength: 0.42, x: -2, y: 6, blur: 7 },
    },
    {
      ...tie,
      d: `M${-w - 2} ${y - 18}Q0 ${y + 8} ${w + 2} ${y - 18}L${w + 4} ${y + 20}Q0 ${y + 48} ${-w - 4} ${y + 20}Z`,
      height: 8,
      reach: 320,
    },
    {
      ...tie,
      d: `M${w * 0.38} ${y + 14}C${w * 0.72} ${y + 66} ${w * 0.8} ${y + 150} ${w * 0.66} ${y + 236}L${w * 0.44} ${y + 230}C${w * 0.54} ${y + 150} ${w * 0.44} ${y + 84} ${w * 0.26} ${y + 30}Z`,
      height: 8,
      reach: 260,
    },
    {
      ...tie,
      d: `M${w * 0.26} ${y + 18}C${w * 0.3} ${y + 80} ${w * 0.24} ${y + 140} ${w * 0.08} ${y + 190}L${-w * 0.1} ${y + 178}C${w * 0.06} ${y + 130} ${w * 0.1} ${y + 84} ${w * 0.06} ${y + 26}Z`,
      height: 8,
      reach: 260,
    },
    {
      ...tie,
      d: `M${w * 0.06} ${y + 2}C${w * 0.2} ${y - 8} ${w * 0.38} ${y - 4} ${w * 0.42} ${y + 12}C${w * 0.4} ${y + 36} ${w * 0.2} ${y + 42} ${w * 0.06} ${y + 34}Z`,
      height: 12,
      reach: 300,
    },
  ];
}
