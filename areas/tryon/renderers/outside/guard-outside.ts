import type { Ctx } from '#platform/area/context.ts';
import { readSealed } from '#platform/storage/sealed-files.ts';
import { WorkerLate, WorkersBusy } from '#platform/workers/workers.ts';
import { pictureKey } from '../../tryon-files.ts';
import { RendererRefused, type PictureFile, type RenderedLook, type Renderer, type RenderWish } from '../renderer.ts';
import type { CompareInput } from './compare-aside.ts';
import type { Compared } from './compare-look.ts';
import { contentKey } from './content-key.ts';
import { cutFromFrame } from './frame-photo.ts';
import { openPicture } from './open-picture.ts';
import { OutsideRefused, type Drawing, type OutsideRenderer } from './outside-renderer.ts';
import { findDrawn } from './outside.store.ts';
import { settleLeave, takeLeave } from './take-leave.ts';

/** Somebody waits; the slower models take 20 to 30 s. Beyond, our own renderer draws. */
const longest_ms = 40_000;
/** How often it is looked whether the look is still wanted. */
const tick_ms = 1000;
/** After this share of the longest time two thirds of the bar are filled: most looks are there by then. */
const usual_share = 0.3;

/**
 * Makes a renderer of somebody else's image model: it gets a photo only when that may leave the house, is asked for the same look
 * once, within limits and budgets and not while it is left alone, and is believed only as far as its picture can be checked.
 */
export const guardOutside = (outside: OutsideRenderer, bounds: Partial<Bounds> = {}): Renderer => ({
  name: outside.name,
  render: async (ctx, wish, on) => {
    if (!wish.may_leave) throw new RendererRefused('no_consent', 'nobody said that this photo may leave the house');
    const calls = outside.countCalls(wish);
    const content_key = contentKey(ctx, outside, wish);
    const known = await readDrawn(ctx, wish, content_key);
    if (known) {
      const look = await lookOf(ctx, wish, known, on.signal);
      ctx.metrics.outside_renders_total.inc({ renderer: outside.name, outcome: 'reused' });
      return { ...look, content_key };
    }
    const leave = await takeLeave(ctx, { renderer: outside.name, person_id: wish.person_id, calls });
    let spent = 0;
    const spend = (pictures: number): void => void (spent += pictures);
    try {
      const preview = await drawWithin(ctx, { outside, wish, ...on, spend, bounds: { longest_ms, tick_ms, ...bounds } });
      const look = await lookOf(ctx, wish, preview, on.signal);
      await settleLeave(ctx, leave, { refusal: null, spent });
      ctx.metrics.outside_renders_total.inc({ renderer: outside.name, outcome: 'drawn' });
      return { ...look, content_key };
    } catch (error) {
      // Given up by us, or our own fault: that teaches nothing of the renderer.
      const refusal = !on.signal.aborted && error instanceof OutsideRefused ? error : undefined;
      await settleLeave(ctx, leave, { refusal, spent });
      throw error;
    }
  },
});

interface Bounds {
  longest_ms: number;
  tick_ms: number;
}
interface DrawingWithin extends Drawing {
  outside: OutsideRenderer;
  wish: RenderWish;
  onProgress: (share: number) => void;
  bounds: Bounds;
}

/** A look that is there already is as private as any: it is the file of the session that it was drawn for, and goes with that. */
async function readDrawn(ctx: Ctx, { person_id, photo }: RenderWish, content_key: string): Promise<PictureFile | undefined> {
  const row = await findDrawn(ctx, person_id, content_key);
  const content = row && (await readSealed(ctx, pictureKey(row)));
  return content && { content, media_type: row.media_type, width: photo.width, height: photo.height };
}

/** No model tells how far it is: the bar follows the clock, ever slower. By telling it we hear when nobody wants the look any more. */
async function drawWithin(ctx: Ctx, { outside, wish, signal, spend, onProgress, bounds }: DrawingWithin): Promise<PictureFile> {
  const late = AbortSignal.timeout(bounds.longest_ms);
  const began_ms = performance.now();
  const tick = setInterval(() => {
    const share = (performance.now() - began_ms) / bounds.longest_ms;
    onProgress(1 - Math.exp(-share / usual_share));
  }, bounds.tick_ms);
  try {
    const drawn = await outside.draw(ctx, wish, { signal: AbortSignal.any([signal, late]), spend });
    const { content } = await openPicture(drawn);
    return await cutFromFrame(content, drawn.frame, wish.photo);
  } catch (error) {
    if (late.aborted && !signal.aborted && !(error instanceof RendererRefused))
      throw new OutsideRefused('unavailable', `had not drawn within ${bounds.longest_ms} ms`, { cause: error });
    throw error;
  } finally {
    clearInterval(tick);
  }
}

async function lookOf(ctx: Ctx, wish: RenderWish, preview: PictureFile, signal: AbortSignal): Promise<RenderedLook> {
  const input: CompareInput = {
    photo: wish.photo.content,
    joints: wish.body.joints,
    drawn: preview.content,
    garments: wish.garments.map(({ index, shape, picture }) => ({ index, shape, picture: picture.content })),
  };
  const bytes = [input.photo, input.drawn, ...input.garments.map(({ picture }) => picture)].reduce((sum, one) => sum + one.byteLength, 0);
  const task = { module: new URL('compare-aside.ts', import.meta.url), name: 'compareAside', input, bytes };
  const compared = await ctx.workers.run<Compared>(task, signal).catch((error: unknown) => {
    if (error instanceof WorkersBusy || error instanceof WorkerLate)
      throw new RendererRefused('rate_limited', 'no thread was free in time to look at what was drawn', error);
    throw error;
  });
  if ('fault' in compared) throw new OutsideRefused('bad_answer', `sent another picture: ${compared.fault}`);
  return { preview, layers: null, ...compared };
}
