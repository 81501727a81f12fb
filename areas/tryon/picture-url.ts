import type { Ctx } from '#platform/area/context.ts';
import { signToken } from '#platform/crypto/signed-token.ts';

export const photo_label = 'tryon.photo';
export const picture_label = 'tryon.picture';
/** An address holds at least so long, and at most twice: within it stays the same, so that a browser asks for a picture once. */
const valid_ms = 3_600_000;

/** Signs the address of a picture; it never outlives what it shows (`ends_at`; null: nothing ends it). */
export function pictureUrl(
  ctx: Ctx,
  label: typeof photo_label | typeof picture_label,
  { id, ends_at }: { id: string; ends_at: string | null },
): string {
  const usual_ms = Math.ceil((ctx.clock.now().getTime() + valid_ms) / valid_ms) * valid_ms;
  const ends_ms = ends_at === null ? usual_ms : Math.min(usual_ms, Date.parse(ends_at));
  return `/tryon-pictures/${signToken(ctx, label, { id, expires_at: new Date(ends_ms) })}`;
}
