import { sql } from 'kysely';
import type { EventName, EventPayload } from '#contract/events.ts';
import type { Ctx } from '#platform/area/context.ts';

/**
 * Forgets news of one kind whose payload names one of the ids in a field, told or not. Returns how many. Call it after
 * the rows that the news is about are gone: then whoever was just publishing has committed, and is seen.
 */
export async function eraseNews<N extends EventName>(
  tx: Ctx,
  name: N,
  { field, ids }: { field: keyof EventPayload<N> & string; ids: readonly string[] },
): Promise<number> {
  if (ids.length === 0) return 0;
  const deleted = await sql`delete from platform_events where name = ${name} and payload ->> ${field} = any(${ids})`.execute(tx.db);
  return Number(deleted.numAffectedRows ?? 0);
}
