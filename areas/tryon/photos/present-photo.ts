import { garment_shapes } from '#contract/garment-kinds.ts';
import type { PersonPhoto } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { sayPhotoProblem } from '../errors.ts';
import { photo_label, pictureUrl } from '../picture-url.ts';
import type { PhotoRow } from '../tryon-tables.ts';

/** Shows a photo to its owner. */
export function presentPhoto(ctx: Ctx, row: PhotoRow): PersonPhoto {
  const { id, state, width, height, problem, garments, created_at, expires_at } = row;
  return {
    id,
    state,
    url: state === 'ready' ? pictureUrl(ctx, photo_label, { id, ends_at: expires_at }) : null,
    width,
    height,
    problem: problem && sayPhotoProblem(problem),
    garments: garments
      ? garment_shapes.map((shape) => {
          const in_the_way = garments[shape];
          return { shape, is_possible: in_the_way === null, problem: in_the_way && sayPhotoProblem(in_the_way) };
        })
      : [],
    created_at,
    expires_at,
  };
}
