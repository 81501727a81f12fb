import type { ErasureReceipt } from '#contract/people.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';
import { actingFor } from '../api-keys/api-keys.ts';
import { lockPerson } from '../person.store.ts';
import { me } from '../read-me.ts';
import { forgetSession } from '../sign-in/identify.ts';
import { listSessionsOf } from '../sign-in/session.store.ts';
import { erasePerson } from './erase-person.ts';
import { makeReceipt } from './receipt.ts';

/** Deletes who is asking, or an integrator's shopper, now; the receipt says how many rows of each area, and how many files, went. */
export async function eraseMe(ctx: Ctx, user_id?: string): Promise<ErasureReceipt> {
  const acting = await actingFor(ctx, user_id);
  const person_id = me(acting);
  const since = acting.clock.now();
  const sessions = await listSessionsOf(acting, person_id);
  const rows = await inTransaction(acting, (tx) => erasePerson(tx, person_id));
  for (const session of sessions) await forgetSession(acting, session.id);
  return makeReceipt(acting, { scope: 'all', person_id, rows, ...(await deleteDoomedFiles(acting, { owner_id: person_id, since })) });
}

/** Deletes every photo of who is asking, or of an integrator's shopper, and all that was made from them, now; the rest stays. */
export async function eraseMyPhotos(ctx: Ctx, user_id?: string): Promise<ErasureReceipt> {
  const acting = await actingFor(ctx, user_id);
  const person_id = me(acting);
  const since = acting.clock.now();
  const rows = await inTransaction(acting, async (tx) => {
    await lockPerson(tx, person_id);
    const erased: Record<string, number> = {};
    for (const [name, personal_data] of tx.personal_data) erased[name] = await personal_data.erase(tx, person_id, 'photos');
    await recordAct(tx, { action: 'people.photos_erased', subject: `person:${person_id}` });
    return erased;
  });
  return makeReceipt(acting, { scope: 'photos', person_id, rows, ...(await deleteDoomedFiles(acting, { owner_id: person_id, since })) });
}
