import { brandLabel } from '#areas/catalog/index.ts';
import type { TriedItem } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { doomFiles } from '#platform/storage/doomed-files.ts';
import { sessionFolder } from '../tryon-files.ts';
import type { SessionRow } from '../tryon-tables.ts';
import { moveSession } from './session-state.ts';

/** Stops a session that is being made and whose lock is held; what was written for it goes after the commit. */
export async function cancelSession(tx: Ctx, session: SessionRow, reason: string): Promise<SessionRow> {
  const cancelled = await moveSession(tx, session, { to: 'cancelled', reason });
  await doomFiles(tx, { prefixes: [sessionFolder(session.id)], owner_id: session.person_id });
  tx.metrics.tryon_sessions_total.inc({ brand: brandOf(session.items), status: 'cancelled' });
  return cancelled;
}

/** For metrics: of the first garment. */
export const brandOf = (items: readonly TriedItem[] | null): string => brandLabel(items?.[0]?.brand ?? '');
