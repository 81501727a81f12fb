import type { ModelFigures } from '#contract/models.ts';

export interface ReliabilityDot {
  x: number;
  y: number;
  radius: number;
}

/** px; a dot of one outcome must still be seen, and the largest must not cover its neighbours. */
const radius = { min: 2.5, max: 11 };

/** Lays what was promised (across) against what was kept (upward) on a square; the area of a dot is how many outcomes it stands for. */
export function layReliability(reliability: ModelFigures['reliability'], side: number): ReliabilityDot[] {
  const most = Math.max(0, ...reliability.map(({ count }) => count));
  return reliability
    .filter(({ count }) => count > 0)
    .map(({ promised, kept, count }) => ({
      x: promised * side,
      y: (1 - kept) * side,
      radius: Math.max(radius.min, radius.max * Math.sqrt(count / most)),
    }));
}
