import type { Photo } from '#contract/garments.ts';
import type { Ctx } from '#platform/area/context.ts';
import { signToken } from '#platform/crypto/signed-token.ts';
import { sayProblem } from './errors.ts';
import { listGarments, listPictures } from './garment.store.ts';
import type { GarmentRow, PictureKind, PictureRow } from './garments-tables.ts';

export const picture_label = 'garments.picture';
/** An address holds at least so long, and at most twice: within it stays the same, so that a browser asks for a picture once. */
const valid_ms = 3_600_000;

/** What there is to see of a garment, and how its photo gets on. */
export interface SeenGarment {
  image_original: string | null;
  image_clean: string | null;
  thumb: string | null;
  background_cleaned: boolean;
  photo: Photo;
}

/** Gives what there is to see of each garment, by its id. The caller has authorised: the addresses need no sign-in. */
export async function presentPhotos(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, SeenGarment>> {
  const [rows, pictures] = [await listGarments(ctx, ids), await listPictures(ctx, ids)];
  return new Map(
    rows.map((row) => [
      row.id,
      present(
        ctx,
        row,
        pictures.filter(({ garment_id }) => garment_id === row.id),
      ),
    ]),
  );
}

function present(ctx: Ctx, garment: GarmentRow, pictures: readonly PictureRow[]): SeenGarment {
  const of = (kind: PictureKind) => pictures.find((one) => one.kind === kind);
  const urlOf = (picture: PictureRow | undefined) => (picture ? pictureUrl(ctx, picture.id) : null);
  const { photo_state: state, clean_state, problem, doubts, bg_color } = garment;
  const original = of('original');
  return {
    image_original: urlOf(original),
    image_clean: urlOf((bg_color === 'app-white' ? of('studio') : undefined) ?? of('clean')),
    thumb: urlOf(of('thumb')),
    background_cleaned: of('clean') !== undefined,
    photo: {
      state,
      clean_state,
      problem: problem === null ? null : sayProblem(problem),
      doubts,
      width: original?.width ?? null,
      height: original?.height ?? null,
    },
  };
}

function pictureUrl(ctx: Ctx, id: string): string {
  const now_ms = ctx.clock.now().getTime();
  const expires_at = new Date(Math.ceil((now_ms + valid_ms) / valid_ms) * valid_ms);
  return `/garment-pictures/${signToken(ctx, picture_label, { id, expires_at })}`;
}
