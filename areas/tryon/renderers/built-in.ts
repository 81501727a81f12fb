import { AppError } from '#platform/errors/app-error.ts';
import { WorkerLate, WorkersBusy } from '#platform/workers/workers.ts';
import { sessionProblem } from '../errors.ts';
import type { PictureFile, RenderedLook, Renderer, RenderWish } from './renderer.ts';
import { RendererRefused } from './renderer.ts';
import type { DrawnLook, RenderInput } from './drawn-look.ts';

/** On a busy machine a look takes ten times as long as alone; somebody would rather wait than hear that there is none. */
const longest_ms = 45_000;

/** Draws looks by ourselves: with no network, no key and no download, in a thread, each look one task. */
export const builtInRenderer: Renderer = {
  name: 'built_in',
  render: async (ctx, wish, { signal, onProgress }) => {
    const task = {
      module: new URL('render-aside.ts', import.meta.url),
      name: 'renderAside',
      input: inputOf(wish),
      longest_ms,
      onNote: (share: unknown) => onProgress(share as number),
      bytes: wish.photo.content.byteLength + wish.garments.reduce((sum, { picture }) => sum + picture.content.byteLength, 0),
    };
    try {
      return lookOf(await ctx.workers.run<DrawnLook>(task, signal), wish);
    } catch (error) {
      // No fault of the photo: it is tried again when there is room.
      if (error instanceof WorkersBusy) throw new AppError('platform.busy', { message: error.message, cause: error });
      if (error instanceof WorkerLate) throw new RendererRefused('unavailable', 'the look took too long', error);
      throw error;
    }
  },
};

const inputOf = ({ photo, body, garments }: RenderWish): RenderInput => ({
  photo: photo.content,
  joints: body.joints,
  ...(body.mask ? { mask: body.mask } : {}),
  garments: garments.map(({ picture, shape }) => ({ picture: picture.content, shape })),
});

/** Bytes that came from a thread are no Buffer any more; parts are told by the session's items. */
function lookOf({ preview, person, garment, shading, confidence, parts }: DrawnLook, { garments }: RenderWish): RenderedLook {
  // A look without one of its garments is none.
  if (parts.some((part) => part.confidence === 0)) throw sessionProblem('tryon.no_picture');
  return {
    preview: fileOf(preview),
    layers: { person: fileOf(person), garment: fileOf(garment), shading: fileOf(shading) },
    confidence,
    parts: parts.map((part) => ({ ...part, name: own_side[part.name], garment: garments[part.garment]?.index ?? part.garment })),
  };
}

/** What is left in the picture is on the right of a person who faces us; the wire names sides as the person does. */
const own_side = {
  torso: 'torso',
  skirt: 'skirt',
  left_sleeve: 'right_sleeve',
  right_sleeve: 'left_sleeve',
  left_leg: 'right_leg',
  right_leg: 'left_leg',
} as const;

const fileOf = ({ content, ...rest }: DrawnLook['preview']): PictureFile => ({ ...rest, content: Buffer.from(content) });
