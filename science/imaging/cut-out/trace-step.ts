import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import type { ConnectedParts } from '#science/imaging/connected-parts.ts';

/** Units of the planes: a step of three 8-bit levels. Soft shadows change by less over so short a way. */
const step_least = 0.9;
/** A step must be this many standard deviations of the backdrop's noise: of two bare pixels one pair in ten differs by it. */
const step_deviations = 3.5;
/** Pixels to either side between which the step is taken: what a lens and JPEG blur lies between them. */
const reach = 2;

/** How long a mask's outline is, px, and how much of it colours really change across. */
export interface TracedStep {
  length: number;
  real: number;
}

/** Says how large a change of colour must be to be one, units of the planes, on ground of this noise. */
export const stepLeast = (deviation: number): number => Math.max(step_least, step_deviations * deviation);

/**
 * Follows the outline of a mask [height x width], the frame aside, and counts where colours change across it by more than the
 * ground's noise (`deviation`, units of the planes) explains. With `where`, only from pixels inside that are 1 in it. O(pixels).
 */
export function traceStep(
  inside: Uint8Array,
  planes: ColorPlanes,
  { deviation, where }: { deviation: number; where?: Uint8Array },
): TracedStep {
  const traced = { length: 0, real: 0 };
  walkOutline(inside, planes, (i, change) => {
    if (where && where[i] !== 1) return;
    traced.length++;
    if (change > stepLeast(deviation)) traced.real++;
  });
  return traced;
}

/** Follows the outline of each part of a mask by itself, as `traceStep` does. O(pixels). */
export function traceParts(
  mask: Uint8Array,
  planes: ColorPlanes,
  { parts, deviation }: { parts: ConnectedParts; deviation: number },
): TracedStep[] {
  const traced = parts.areas.map(() => ({ length: 0, real: 0 }));
  walkOutline(mask, planes, (i, change) => {
    const part = traced[parts.of[i]!]!;
    part.length++;
    if (change > stepLeast(deviation)) part.real++;
  });
  return traced;
}

/** Visits each pair of neighbours that an outline parts: the one inside, and how far colours change from one side to the other. */
function walkOutline(
  inside: Uint8Array,
  { width, height, lightness, a, b }: ColorPlanes,
  visit: (i: number, change: number) => void,
): void {
  const look = (i: number, j: number, room: number, step: number): void => {
    if (inside[i] === inside[j]) return;
    const far = Math.max(0, Math.min(reach - 1, room)) * step;
    const [p, q] = [i - far, j + far];
    visit(inside[i] === 1 ? i : j, Math.hypot(lightness[p]! - lightness[q]!, a[p]! - a[q]!, b[p]! - b[q]!));
  };
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (x + 1 < width) look(i, i + 1, Math.min(x, width - 2 - x), 1);
      if (y + 1 < height) look(i, i + width, Math.min(y, height - 2 - y), width);
    }
}
