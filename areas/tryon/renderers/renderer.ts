import type { RendererRefusal, TriedPart } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { Joints } from '#science/body/joints.ts';
import type { GarmentShape } from '#science/try-on/try-on.ts';
import type { Wishes } from '../tryon-tables.ts';

/** A picture as a file. */
export interface PictureFile {
  content: Buffer;
  media_type: string;
  width: number;
  height: number;
}

/** What a renderer is asked to draw. */
export interface RenderWish {
  /** Whose photo it is, for budgets. */
  person_id: string;
  /** An upright JPEG without anything beside its pixels, at most 1024 px a side. */
  photo: PictureFile;
  /** Where the person stands in it, px; and, where that is known, which pixels are theirs: a grey PNG. */
  body: { joints: Joints; mask?: Buffer };
  /** From the skin outwards; each cut out, see-through around it. */
  garments: readonly WishedGarment[];
  /** Nobody’s photo: a drawn figure, which only we dress. */
  is_mannequin?: boolean;
  /** Somebody confirmed that the photo may leave the house. */
  may_leave: boolean;
  view_options: Wishes['view_options'];
}

export interface WishedGarment {
  /** Which of the session's items, by its place. */
  index: number;
  shape: GarmentShape;
  layer: number;
  category: string;
  title: string | null;
  picture: PictureFile;
}

/** What a renderer drew. */
export interface RenderedLook {
  preview: PictureFile;
  /** null where a renderer gives only the whole. */
  layers: { person: PictureFile; garment: PictureFile; shading: PictureFile } | null;
  /** 0..1 */
  confidence: number;
  parts: TriedPart[];
  /** Of what it was drawn, where the same need not be asked for again. */
  content_key?: string;
}

/** Draws a person in other clothes. */
export interface Renderer {
  /** As the wire names it. */
  name: string;
  /**
   * Draws, and says how far it is (0..1) when it knows. Throws `RendererRefused` when this renderer will not or cannot, so that
   * the next one is asked; anything else is a failure of the work itself, which is tried again.
   */
  render: (ctx: Ctx, wish: RenderWish, on: { signal: AbortSignal; onProgress: (share: number) => void }) => Promise<RenderedLook>;
}

/** A renderer did not draw a look, and says why: another one may. */
export class RendererRefused extends Error {
  readonly reason: RendererRefusal;
  constructor(reason: RendererRefusal, detail: string, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = 'RendererRefused';
    this.reason = reason;
  }
}
