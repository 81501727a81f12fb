import type { RendererRefusal } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { RendererRefused, type RenderWish } from '../renderer.ts';

/** Somebody else's image model. It only draws; whether it may, and what is believed of it, is decided around it (`guard-outside.ts`). */
export interface OutsideRenderer {
  /** As the wire names it. */
  name: string;
  /** Which model, and how it is asked: another one draws another look of the same photo. */
  recipe: string;
  /** How many pictures a look costs. Throws `RendererRefused` (`not_possible`) when it cannot be drawn there; asks nobody. */
  countCalls: (wish: RenderWish) => number;
  /**
   * Sends the photo and the garments, and gives the whole look as the bytes of a picture, unchecked, whose frame is `frame`.
   * Throws `OutsideRefused`, or the signal's reason.
   */
  draw: (ctx: Ctx, wish: RenderWish, on: Drawing) => Promise<DrawnOutside>;
}

export interface Drawing {
  signal: AbortSignal;
  /** Notes, before it is asked for, each picture that may have to be paid for, and takes it back where it surely was not begun. */
  spend: (pictures: 1 | -1) => void;
}

export interface DrawnOutside {
  content: Buffer;
  frame: Frame;
}

/** How a photo was made wider or higher, so that it has the proportions that a model draws in, px. */
export interface Frame {
  width: number;
  height: number;
  /** Where the photo lies in it. */
  left: number;
  top: number;
}

/** An outside renderer did not draw. */
export class OutsideRefused extends RendererRefused {
  /** How long it asked to be left alone. */
  readonly retry_after_s: number | null;
  constructor(
    reason: RendererRefusal,
    detail: string,
    { cause, retry_after_s = null }: { cause?: unknown; retry_after_s?: number | null } = {},
  ) {
    super(reason, detail, cause);
    this.name = 'OutsideRefused';
    this.retry_after_s = retry_after_s;
  }
}
