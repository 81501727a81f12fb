import type { Ctx } from '#platform/area/context.ts';

/** A photo as it is kept: an upright JPEG. */
export interface PhotoToCut {
  content: Uint8Array;
  width: number;
  height: number;
}

/** How much of each pixel is garment. */
export interface CutOutMask {
  /** 0..255 a pixel, row-major, [height x width] of the photo. */
  alpha: Uint8Array;
  /** Why somebody should look at it, in codes; none: it is good. */
  doubts: string[];
}

/**
 * Tells a garment from what is around it. Throws `garments.no_garment_found` when there is nothing to tell, and
 * `garments.cut_out_unavailable` when it cannot work now, so that it is tried again.
 */
export type CutOut = (ctx: Ctx, photo: PhotoToCut, signal: AbortSignal) => Promise<CutOutMask>;
