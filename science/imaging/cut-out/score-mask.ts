import type { MaskSigns } from './judge-mask.ts';

/** A thing photographed seldom fills less than this share of the picture, or more. */
const [area_small, area_large] = [0.08, 0.75];

/**
 * Weighs the signs that a mask is right, and how far other attempts agree with it (mean IoU, 0..1), into one number, 1 at best.
 * Every sign counts the same, agreement double: it is the one that knows of the other guesses.
 */
export function scoreMask(signs: MaskSigns, agreement: number): number {
  const { symmetry, contrast, solidity, separation } = signs;
  const size = Math.max(0, 1 - signs.area / area_small) + Math.max(0, (signs.area - area_large) / (1 - area_large));
  return (2 * agreement + symmetry + contrast + solidity + separation) / 6 - signs.frame / 6 - size / 3;
}

/** Gives the share of what either of two masks has that both have; 1 when both are empty. */
export function overlapOf(one: Uint8Array, other: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    both += one[i]! & other[i]!;
    either += one[i]! | other[i]!;
  }
  return either === 0 ? 1 : both / either;
}
