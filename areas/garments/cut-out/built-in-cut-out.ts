import type { Ctx } from '#platform/area/context.ts';
import { WorkerLate } from '#platform/workers/workers.ts';
import { photoProblem } from '../errors.ts';
import type { CutOut, CutOutMask } from './cut-out.ts';
import type { Cutting } from './cut-photo.ts';

/** A photo of 3000 x 3000 px takes two seconds on a quiet core. */
const longest_ms = 40_000;
/** What lies in JavaScript's own memory; planes of pixels lie beside it. */
const heap_max_mb = 512;

/** Cuts garments out by ourselves, with no network, no key and no download. */
export const builtInCutOut: CutOut = (ctx, { content }, signal) => cutAside(ctx, { content }, signal);

/** Makes a mask of what its owner painted: `painted` is a PNG of the photo's shape. */
export const paintedCutOut =
  (painted: Uint8Array): CutOut =>
  (ctx, { content }, signal) =>
    cutAside(ctx, { content, painted }, signal);

/** In a thread of its own: one at a time is meant, and beside those that serve people, who would have to stand in line behind it else. */
async function cutAside(ctx: Ctx, input: Cutting, signal: AbortSignal): Promise<CutOutMask> {
  const task = { module: new URL('cut-photo.ts', import.meta.url), name: 'cutPhoto', input };
  try {
    return await ctx.workers.runAlone<CutOutMask>(task, { longest_ms, heap_max_mb }, signal);
  } catch (error) {
    if (error instanceof WorkerLate) throw photoProblem('garments.cut_out_unavailable', error.message, error);
    throw error;
  }
}
