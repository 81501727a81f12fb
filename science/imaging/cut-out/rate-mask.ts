import type { JudgedAttempt } from './try-guesses.ts';

/** Why a cut-out may be wrong. */
export type Doubt =
  | 'nothing_found'
  | 'too_small'
  | 'fills_picture'
  | 'cut_by_frame'
  | 'weak_contrast'
  | 'colors_shared'
  | 'guesses_disagree'
  | 'nothing_apart'
  | 'two_things';

/** From this quality on a cut-out may be shown without asking: see the README for how often it is then right. */
export const quality_sure = 0.88;

/** Below this share of the picture it is a speck, not what was photographed. */
const area_small = 0.02;
/** Below this quality nothing stands apart from its ground: an empty floor, or a thing that cannot be told from it. */
const quality_none = 0.5;
/** Above this share of the picture hardly any background is left to tell. */
const area_large = 0.92;
/** More of the outline than this on the frame: some of the thing is not in the picture, or the floor was taken. */
const frame_most = 0.12;
/** Half of the outline's contrast that clear edges have: a line through plain cloth or floor. */
const contrast_least = 0.45;
/** Colours that tell inside from outside less often than this are shared by both. */
const separation_least = 0.75;
/** Attempts that have less than this in common on the mean found different things. */
const agreement_least = 0.7;

/** Says how likely a mask is right, 0..1, and why it may not be. */
export function rateMask({ signs, agreement, score }: JudgedAttempt): { quality: number; doubts: Doubt[] } {
  if (signs.area < area_small) return { quality: 0, doubts: ['nothing_found'] };
  const doubts: Doubt[] = [];
  if (signs.area > area_large) doubts.push('fills_picture');
  if (signs.frame > frame_most) doubts.push('cut_by_frame');
  if (signs.contrast < contrast_least) doubts.push('weak_contrast');
  if (signs.separation < separation_least) doubts.push('colors_shared');
  if (agreement < agreement_least) doubts.push('guesses_disagree');
  // An outline across plain ground is no outline, however much the rest agrees.
  const quality = score * Math.min(1, signs.contrast / contrast_least) * (signs.area > area_large ? 0.3 : 1);
  if (quality < quality_none) doubts.push('nothing_apart');
  return { quality: Math.max(0, Math.min(1, quality)), doubts };
}
