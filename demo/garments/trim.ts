import type { Layer } from '../cloth/layer.ts';

/** A woven label in the neck, with the maker's line across it. */
export function label(x: number, y: number, { width = 44, height = 22 } = {}): Layer {
  const [l, r, t, b] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  return {
    d: `M${l} ${t}L${r} ${t}L${r} ${b}L${l} ${b}Z`,
    dye: 'label',
    fabric: 'satin',
    height: 1.5,
    reach: 60,
    shadow: { strength: 0.3, x: 1, y: 2, blur: 2 },
    marks: [
      { d: `M${l + width * 0.22} ${y - 2}L${r - width * 0.22} ${y - 2}`, width: 2.2, dye: 'label_ink' },
      { d: `M${l + width * 0.36} ${y + 4}L${r - width * 0.36} ${y + 4}`, width: 1.2, dye: 'label_ink', alpha: 0.6 },
    ],
  };
}

const holes = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

/** A button with four holes, its thread in them. */
export function button(x: number, y: number, radius: number, dye = 'button'): Layer {
  const hole = radius * 0.24;
  return {
    d: circle(x, y, radius),
    dye,
    fabric: 'plain',
    height: radius * 0.32,
    reach: radius * radius * 0.5,
    gloss: { strength: 0.5, tightness: 18 },
    shadow: { strength: 0.55, x: radius * 0.14, y: radius * 0.28, blur: radius * 0.22 },
    seams: [{ d: circle(x, y, radius * 0.68), width: radius * 0.12, depth: 0.45 }],
    marks: holes.map(([a, b]) => ({ d: circle(x + a * hole, y + b * hole, radius * 0.13), dye: 'shade', alpha: 0.75 })),
  };
}

/** A metal button or rivet. */
export function rivet(x: number, y: number, radius: number): Layer {
  return {
    d: circle(x, y, radius),
    dye: 'metal',
    fabric: 'plain',
    height: radius * 0.5,
    reach: radius * radius * 0.6,
    gloss: { strength: 0.9, tightness: 14 },
    seams: [{ d: circle(x, y, radius * 0.62), width: radius * 0.16, depth: 0.6 }],
    shadow: { strength: 0.5, x: 1, y: 2, blur: 2 },
  };
}

/** A circle of four cubic arcs, right within .03 % of its radius. */
export function circle(x: number, y: number, r: number): string {
  const k = r * 0.5523;
  return `M${x + r} ${y}C${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r}C${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y}C${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r}C${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y}Z`;
}
