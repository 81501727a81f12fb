import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { listStrangers } from '../person.store.ts';
import { erasePerson } from './erase-person.ts';

/** Somebody who came in a moment ago may not have a session yet. */
const grace_ms = 86_400_000;
/** As many as an hour's sweep erases without holding up the rest; more wait for the next. */
const at_once = 500;

/** Erases anonymous people whose last session has ended: nobody, they neither, can reach what is kept of them. */
export async function forgetStrangers(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - grace_ms);
  for (const person_id of await listStrangers(ctx, { before, limit: at_once })) {
    await inTransaction(ctx, (tx) => erasePerson(tx, person_id));
  }
}
