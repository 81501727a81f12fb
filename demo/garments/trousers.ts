import type { Drawing, Fold, Layer, Mark, Print } from '../cloth/layer.ts';
import { bothSides, mirrorPath, symmetric, unsettle, type Point } from './outline.ts';
import { button, rivet } from './trim.ts';

export interface LegCut {
  /** Half of the flat waist and of the flat hip. */
  waist_half: number;
  hip_half: number;
  /** From the top of the band down to the crotch, and from there to the hem. */
  rise: number;
  inseam: number;
  /** One leg at the hem, across. */
  hem: number;
}

export interface LegStyle {
  seed: number;
  fabric: Layer['fabric'];
  /** `jeans`: contrast stitches, rivets; `chino`: slant pockets; `tailored`: a pressed crease and pleats. */
  make: 'jeans' | 'chino' | 'tailored';
  depth?: number;
  fade?: boolean;
}

const dash = [9, 4.5] as const;
const stitch = (d: string, width = 2.1): Mark => ({ d, width, dash, dye: 'stitch', alpha: 0.85 });

/** Draws trousers, or shorts when the inseam is short: waistband, fly, pockets, and how they fold at the knee. */
export function trousers(cut: LegCut, style: LegStyle): Drawing {
  const { waist_half: w, rise } = cut;
  const { seed, fabric, make } = style;
  const bottom = rise + cut.inseam;
  const cloth = { dye: 'main', fabric } as const;
  const legs: Layer = {
    ...cloth,
    d: legsOutline(cut),
    seed,
    height: 19,
    bend: 4,
    print: style.fade ? wear(cut) : undefined,
    folds: legFolds(cut, style),
    shadow: { strength: 0.3 },
    rumple: { height: make === 'tailored' ? 2.2 : 3.4, scale: 100, crease: make === 'tailored' ? 0.6 : 1.8, angle: 1.2 },
    seams: [
      { d: `M0 44C3 ${rise * 0.4} 4 ${rise * 0.75} 1 ${rise}`, width: 2.4 },
      ...pocketSeams(cut, make),
      ...(make === 'jeans' ? [] : [-1, 1].map((sign) => ({ d: hemLine(cut, sign, bottom), width: 1.4, depth: 0.5 }))),
    ],
    marks: make === 'jeans' ? [...jeansStitches(cut), ...[-1, 1].map((sign) => stitch(hemLine(cut, sign, bottom)))] : [],
  };
  return {
    layers: [
      { ...cloth, dye: 'inside', d: `M${-w + 2} 4Q0 -24 ${w - 2} 4L${w + 1} 40Q0 58 ${-w - 1} 40Z`, height: 5, rumple: { height: 1 } },
      legs,
      waistband(cut, cloth, make),
      ...loops(cut, cloth, make),
      ...(make === 'jeans' ? [rivet(2, 31, 9), ...[-1, 1].map((sign) => rivet(sign * (w - 8), 112, 3.6))] : [button(2, 31, 8)]),
    ],
    details: [
      { name: 'front', x: -w * 0.55, y: -20, size: w * 1.5 },
      { name: 'hem', x: 10, y: bottom - 230, size: 260 },
    ],
  };
}

/** Starts at the crotch: inner seam, hem, outer seam, waist. */
function legsOutline({ waist_half: w, hip_half: h, rise, inseam, hem }: LegCut): string {
  const bottom = rise + inseam;
  const spread = h * 0.13;
  const outer = Math.max(h * 0.98, spread + hem);
  const knee = rise + inseam * 0.48;
  return symmetric(
    [0, rise],
    [
      [
        [4, rise + 8],
        [9, rise + 26],
      ],
      [
        [spread * 0.8, rise + inseam * 0.3],
        [spread, knee],
        [outer - hem, bottom - 6],
      ],
      [
        [outer - hem * 0.5, bottom + 9],
        [outer, bottom - 6],
      ],
      [
        [outer + (h - outer) * 0.3, knee],
        [h + 6, rise + inseam * 0.16],
        [h + 2, rise * 0.86],
      ],
      [
        [h, rise * 0.55],
        [w + (h - w) * 0.55, rise * 0.25],
        [w, 12],
      ],
      [
        [w * 0.5, 36],
        [0, 38],
      ],
    ],
  );
}

const hemLine = ({ hip_half: h, hem }: LegCut, sign: number, bottom: number): string => {
  const outer = Math.max(h * 0.98, h * 0.13 + hem);
  return `M${sign * (outer - hem)} ${bottom - 34}Q${sign * (outer - hem / 2)} ${bottom - 20} ${sign * outer} ${bottom - 34}`;
};

function legFolds({ hip_half: h, rise, inseam, hem }: LegCut, { seed, make, depth = 1 }: LegStyle): Fold[] {
  const outer = Math.max(h * 0.98, h * 0.13 + hem);
  /** A point across a leg (0 inner, 1 outer) and down it (0 crotch, 1 hem). */
  const at = (across: number, down: number): Point => {
    const [from, to] = [8 + (outer - hem - 8) * down, h + (outer - h) * down];
    return [from + (to - from) * across, rise + inseam * down];
  };
  const crotch: Fold[] = [
    { points: [at(0.02, 0.01), at(0.4, -0.04), at(0.8, -0.09)], width: 32, height: 8 * depth },
    { points: [at(0.03, 0.04), at(0.46, 0.03), at(0.9, -0.03)], width: 28, height: -8 * depth },
    { points: [at(0.04, 0.08), at(0.3, 0.13), at(0.76, 0.15)], width: 28, height: 6 * depth },
  ];
  const knee: Fold[] = [
    { points: [at(0.98, 0.34), at(0.6, 0.44), at(0.14, 0.46)], width: 30, height: -6 * depth },
    { points: [at(0.06, 0.5), at(0.5, 0.545), at(0.96, 0.52)], width: 26, height: 7 * depth },
    { points: [at(0.08, 0.55), at(0.54, 0.6), at(0.98, 0.58)], width: 24, height: -6.5 * depth },
    { points: [at(0.1, 0.84), at(0.5, 0.875), at(0.98, 0.84)], width: 22, height: 6 * depth },
    { points: [at(0.04, 0.9), at(0.56, 0.925), at(1, 0.91)], width: 18, height: -5.5 * depth },
  ];
  const is_short = inseam < 400;
  if (make !== 'tailored') return bothSides(unsettle(is_short ? crotch.slice(0, 2) : [...crotch, ...knee], seed), seed + 1);
  const pressed: Fold[] = [
    { points: [at(0.46, -0.26), at(0.5, 0.3), at(0.5, 1)], width: 9, height: 6, open: 'start', blur: 3 },
    { points: [at(0.4, -0.28), at(0.42, -0.16), at(0.46, 0.04)], width: 11, height: -6, open: 'start' },
    { points: [at(0.56, -0.28), at(0.54, -0.16), at(0.52, 0.02)], width: 10, height: -5, open: 'start' },
  ];
  return bothSides(
    [
      ...pressed,
      ...unsettle(
        [...crotch, ...knee].map((fold) => ({ ...fold, height: fold.height * 0.5 })),
        seed,
      ),
    ],
    seed + 1,
  );
}

/** Jeans pale where they were worn: on the thighs and a little at the knees. */
function wear({ hip_half: h, rise, inseam }: LegCut): Print {
  const leg = h * 0.52;
  return {
    dye: 'fade',
    share: (u, v, noise) => {
      const across = (Math.abs(u) - leg) / 72;
      const thigh = Math.exp(-(across ** 2) - ((v - rise - inseam * 0.13) / (inseam * 0.3)) ** 2);
      const knee = Math.exp(-((across * 1.2) ** 2) - ((v - rise - inseam * 0.52) / (inseam * 0.14)) ** 2);
      const streaks = 0.78 + 0.3 * noise(u * 0.06, v * 0.03) + 0.16 * (noise(u * 0.8, v * 0.05) - 0.5);
      return Math.min(0.8, (thigh * 0.72 + knee * 0.34) * streaks + 0.06 * noise(u * 0.02, v * 0.02));
    },
  };
}

function pocketSeams({ waist_half: w, hip_half: h, rise }: LegCut, make: LegStyle['make']): { d: string; width: number; depth?: number }[] {
  if (make === 'jeans') return [];
  const slant = `M${w * 0.8} 46L${(w + h) / 2 + 1} ${rise * 0.62}`;
  return [
    { d: slant, width: 2 },
    { d: mirrorPath(slant), width: 2 },
    { d: `M10 48L12 ${rise * 0.62}Q12 ${rise * 0.78} 4 ${rise * 0.84}`, width: 1.4, depth: 0.5 },
  ];
}

function jeansStitches({ waist_half: w, hip_half: h, rise }: LegCut): Mark[] {
  const scoop = (by: number): string =>
    `M${w + (h - w) * 0.3 - by * 0.2} ${112 + by}C${w * 0.86} ${120 + by} ${w * 0.6} ${112 + by} ${w * 0.5 - by} 48`;
  const fly = (by: number): string =>
    `M${12 + by} 48L${13 + by} ${rise * 0.6}C${13 + by} ${rise * 0.75} ${8 + by * 0.6} ${rise * 0.82} 3 ${rise * 0.88 + by * 0.4}`;
  const coin = `M${w * 0.66} 84L${w * 0.92} 78`;
  return [
    ...[0, 9].flatMap((by) => [stitch(scoop(by)), stitch(mirrorPath(scoop(by))), stitch(fly(by + (by ? 2 : 0)))]),
    { ...stitch(coin, 1.8), alpha: 0.7 },
  ];
}

function waistband({ waist_half: w }: LegCut, cloth: Pick<Layer, 'dye' | 'fabric'>, make: LegStyle['make']): Layer {
  return {
    ...cloth,
    d: `M${-w} 6Q0 30 ${w} 6L${w + 5} 46Q0 70 ${-w - 5} 46Z`,
    height: 6,
    reach: 260,
    rumple: { height: 1.3 },
    shadow: { strength: 0.25, y: 4, blur: 5 },
    seams: make === 'jeans' ? [] : [{ d: `M${-w - 4} 43Q0 67 ${w + 4} 43`, width: 1.2, depth: 0.5 }],
    marks: make === 'jeans' ? [stitch(`M${-w + 3} 13Q0 37 ${w - 3} 13`), stitch(`M${-w - 1} 41Q0 65 ${w + 1} 41`)] : [],
  };
}

function loops({ waist_half: w }: LegCut, cloth: Pick<Layer, 'dye' | 'fabric'>, make: LegStyle['make']): Layer[] {
  return [-0.58, 0.52].map((share) => {
    const x = w * share;
    const y = 9 + 12 * (1 - share * share);
    return {
      ...cloth,
      d: `M${x} ${y}L${x + 13} ${y + 1}L${x + 14} ${y + 49}L${x + 1} ${y + 48}Z`,
      height: 4,
      reach: 60,
      shadow: { strength: 0.4, x: 2, y: 3, blur: 3 },
      marks:
        make === 'jeans'
          ? [stitch(`M${x + 3.4} ${y + 2}L${x + 4} ${y + 46}`, 1.2), stitch(`M${x + 9.6} ${y + 2}L${x + 10.4} ${y + 46}`, 1.2)]
          : [],
    };
  });
}
