import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { actingFor } from '../api-keys/api-keys.ts';
import { me } from '../read-me.ts';
import { forgetSession } from '../sign-in/identify.ts';
import { listSessionsOf } from '../sign-in/session.store.ts';
import { erasePerson } from './erase-person.ts';

/** Deletes who is asking, or an integrator's shopper, now; the receipt says how many rows of each area went. */
export async function eraseMe(ctx: Ctx, user_id?: string) {
  const acting = await actingFor(ctx, user_id);
  const person_id = me(acting);
  const sessions = await listSessionsOf(acting, person_id);
  const rows = await inTransaction(acting, (tx) => erasePerson(tx, person_id));
  for (const session of sessions) await forgetSession(acting, session.id);
  return { status: 'success' as const, erased_at: acting.clock.now().toISOString(), rows };
}
