import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { saySessionProblem } from '../errors.ts';
import { picture_label, pictureUrl } from '../picture-url.ts';
import type { LookPicture, PictureRow, SessionRow, ShareRow, TryonTables } from '../tryon-tables.ts';
import { endOf } from '../sharing/share-end.ts';
import { listShares } from '../sharing/share.store.ts';
import { countBefore, listFeedback, listPictures } from './session.store.ts';
import { isInLine } from './session-state.ts';

/** Shows a session to its owner: how far it is, and what came of it. */
export async function presentSession(ctx: Ctx, row: SessionRow): Promise<TryOnSession> {
  return (await presentSessions(ctx, [row]))[0]!;
}

/** Shows sessions to their owner, in their order. */
export async function presentSessions(ctx: Ctx, rows: readonly SessionRow[]): Promise<TryOnSession[]> {
  const ids = rows.map(({ id }) => id);
  const [pictures, feedback, shares] = [await listPictures(ctx, ids), await listFeedback(ctx, ids), await listShares(ctx, ids)];
  const shown: TryOnSession[] = [];
  for (const row of rows) {
    const mine = {
      pictures: pictures.filter((one) => one.session_id === row.id),
      feedback: feedback.find((one) => one.session_id === row.id),
      share: shares.find((one) => one.session_id === row.id),
    };
    shown.push(present(ctx, row, { ...mine, queue_position: isInLine(row.status) ? await countBefore(ctx, row.id) : null }));
  }
  return shown;
}

interface Found {
  pictures: readonly PictureRow[];
  feedback: TryonTables['tryon_feedback'] | undefined;
  share: ShareRow | undefined;
  queue_position: number | null;
}

function present(ctx: Ctx, row: SessionRow, { pictures, feedback, share, queue_position }: Found): TryOnSession {
  const { id, status, saved_at, expires_at, problem } = row;
  const urlOf = (kind: LookPicture): string | undefined => {
    const found = pictures.find((one) => one.kind === kind);
    return found && pictureUrl(ctx, picture_label, { id: found.id, ends_at: saved_at === null ? expires_at : null });
  };
  const [person, garment, shading] = [urlOf('person'), urlOf('garment'), urlOf('shading')];
  const items = row.items ?? [];
  const boutique = items.find((item) => item.boutique)?.boutique;
  return {
    session_id: id,
    status,
    stage: row.stage,
    progress: row.progress,
    queue_position,
    photo_id: row.photo_id,
    mannequin: row.wishes?.mannequin ?? null,
    render_url: urlOf('nudged') ?? urlOf('preview') ?? null,
    layers: person && garment && shading ? { person, garment, shading } : null,
    nudges: row.nudges,
    confidence: row.confidence,
    parts: row.parts ?? [],
    items,
    ...(boutique ? { boutique } : {}),
    renderer: row.renderer,
    ...(problem ? { error: saySessionProblem(problem) } : {}),
    feedback: feedback ? { accuracy: feedback.accuracy, notes: feedback.notes } : null,
    share: share ? { expires_at: endOf(share, row) } : null,
    created_at: row.created_at,
    ended_at: row.ended_at,
    saved_at,
    expires_at: saved_at === null ? expires_at : null,
  };
}
