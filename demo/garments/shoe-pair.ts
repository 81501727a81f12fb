import type { Drawing, Layer } from '../cloth/layer.ts';

/** How one shoe of a pair is placed: moved, and mirrored when it is the right one. */
export type Place = (d: string) => string;

/** Draws two of one shoe side by side, seen from above, toes to the viewer. */
export function pair(
  shoe: (place: Place, at: (x: number, y: number) => [number, number], seed: number) => Layer[],
  details: Drawing['details'],
): Drawing {
  const apart = 172;
  const [left, right] = [-1, 1].map((sign, i) => {
    const at = (x: number, y: number): [number, number] => [sign * (334 - x) + sign * apart, y];
    const place: Place = (d) =>
      d.replaceAll(
        /(-?\d+(?:\.\d+)?)([ ,]+)(-?\d+(?:\.\d+)?)/g,
        (_, x: string, gap: string, y: string) => `${at(Number(x), 0)[0]}${gap}${y}`,
      );
    return shoe(place, at, 9 + i * 12);
  });
  return { layers: [...(left ?? []), ...(right ?? [])], details };
}

export const leather = { fabric: 'leather', dye: 'main' } as const;
/** Seams with their stitches. */
export const seamed = (place: Place, lines: readonly string[], width = 2.2): Pick<Layer, 'seams' | 'marks'> => ({
  seams: lines.map((d) => ({ d: place(d), width })),
  marks: lines.map((d) => ({ d: place(d), width: 1.3, dash: [6, 4], dye: 'stitch', alpha: 0.5 })),
});

/** One flat lace across the tongue. */
export function lace(place: Place, y: number, i: number): Layer {
  const [a, b] = [i * 4, i * 6];
  return {
    d: place(
      `M${264 + a} ${y}C${300 + i * 3} ${y - 16} ${356 + a} ${y - 14} ${392 + b} ${y + 4}C${402 + b} ${y + 10} ${400 + b} ${y + 24} ${390 + b} ${y + 24}C${356 + a} ${y + 8} ${302 + i * 3} ${y + 6} ${270 + a} ${y + 22}C${258 + a} ${y + 22} ${256 + a} ${y + 6} ${264 + a} ${y}Z`,
    ),
    dye: 'lace',
    fabric: 'rib',
    texture_gain: 0.35,
    height: 9,
    reach: 300,
    shadow: { strength: 0.4, x: 2, y: 4, blur: 4 },
  };
}
