import type { FabricName } from './fabrics.ts';

/** A closed shape, or with a width a line of that width. Garment space: 10 units are one centimetre, x = 0 is the centre front, y grows downwards. */
export interface Form {
  /** SVG path data. */
  d: string;
  width?: number;
  cap?: 'butt' | 'round';
  rule?: 'nonzero' | 'evenodd';
  /** Path data; nothing shows outside of it. */
  clip?: string;
}

/** A soft ridge (height above 0) or valley along a curve through 2, 3 (quadratic) or 4 (cubic) points, thick in the middle. */
export interface Fold {
  points: readonly (readonly [number, number])[];
  width: number;
  height: number;
  /** The end at which it keeps its full width, as pleats do at a hem. */
  open?: 'start' | 'end';
  /** How soft its sides are, units; left out, .42 of the width. */
  blur?: number;
}

/** Small unevenness of cloth that was handled. */
export interface Rumple {
  height: number;
  /** Size of a bump, units. */
  scale?: number;
  angle?: number;
  /** Above 1: bumps are long across the angle. */
  stretch?: number;
  /** Height of sharp creases, as of linen. */
  crease?: number;
}

/** Something flat on the cloth, lit as the cloth is: a stitch, a buttonhole, an eyelet. */
export interface Mark extends Form {
  dye: string;
  alpha?: number;
  dash?: readonly number[];
}

/** A second dye: how much of it lies at a point, 0 to 1. The point is in the cloth's own grain, so that it bends with folds. */
export interface Print {
  dye: string;
  share: (u: number, v: number, noise: (x: number, y: number) => number) => number;
}

export interface Shadow {
  strength: number;
  x?: number;
  y?: number;
  blur?: number;
}

/** One piece of cloth of a garment; the first ones lie lowest. */
export interface Layer extends Form {
  dye: string;
  fabric: FabricName;
  seed?: number;
  print?: Print;
  /** How high the middle lies above the edge, units; negative for a hollow. */
  height: number;
  /** How slowly it rises from the edge: larger is rounder. */
  reach?: number;
  /** `puff` rises like a cushion, `tube` like a limb. */
  rise?: 'flat' | 'puff' | 'tube';
  /** Shapes that rise together with this one, so that no valley lies where they meet. */
  swell_with?: readonly string[];
  folds?: readonly Fold[];
  rumple?: Rumple;
  /** Stitched lines, which pull the cloth in; width 2.2 and depth 1 when left out. */
  seams?: readonly { d: string; width?: number; depth?: number }[];
  /** Cords and bones under the cloth. */
  ridges?: readonly { d: string; width: number; height: number }[];
  marks?: readonly Mark[];
  /** What it casts on the layers beneath. */
  shadow?: Shadow;
  /** Direction of the grain, and the point it is counted from. */
  grain?: { angle?: number; x?: number; y?: number };
  /** How strongly folds shade it, 1 as usual. */
  contrast?: number;
  /** 0 to 1, with how narrow the highlight is. */
  gloss?: { strength: number; tightness: number };
  /** How far folds bend the grain. */
  bend?: number;
  texture_gain?: number;
}

export interface Drawing {
  layers: readonly Layer[];
  /** Regions worth a close look, garment space. */
  details: readonly Detail[];
}

export interface Detail {
  name: 'collar' | 'cuff' | 'hem' | 'front';
  x: number;
  y: number;
  /** Side of the square, units. */
  size: number;
}
