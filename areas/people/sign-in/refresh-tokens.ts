import type { SignedIn } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { countKnock } from './count-knock.ts';
import { refreshRefused } from '../errors.ts';
import { forgetSession } from './identify.ts';
import { findPerson } from '../person.store.ts';
import { hashSecret } from './secrets.ts';
import { deleteSession, findRefreshFamily, findSessionOwner, touchSession, useRefreshToken } from './session.store.ts';
import { issueTokens } from './start-session.ts';

/**
 * Exchanges a refresh token for a new pair. A token that was used before is a stolen one, or was stolen:
 * the whole family ends. Of parallel uses one succeeds, and the others end the family.
 */
export async function refreshTokens(ctx: Ctx, refresh_token: string, client: string): Promise<SignedIn> {
  const token_hash = hashSecret(refresh_token);
  const pair = await inTransaction(ctx, async (tx) => {
    const session_id = await useRefreshToken(tx, token_hash);
    const owner = session_id === undefined ? undefined : await findSessionOwner(tx, session_id);
    const person = owner && (await findPerson(tx, owner.person_id));
    if (!owner || !person) return undefined;
    await touchSession(tx, owner.session_id, { last_used_at: tx.clock.now().toISOString() });
    return issueTokens(tx, person, owner.session_id);
  });
  if (pair) return pair;
  await endFamily(ctx, token_hash);
  // Only failures count: behind one address many phones may rightly refresh in one minute.
  await countKnock(ctx, `refresh ${client}`);
  throw refreshRefused('unknown, ended or used twice');
}

async function endFamily(ctx: Ctx, token_hash: Buffer): Promise<void> {
  const family = await findRefreshFamily(ctx, token_hash);
  if (!family) return;
  await inTransaction(ctx, async (tx) => {
    const was_alive = await deleteSession(tx, family.person_id, family.session_id);
    if (was_alive) await recordAct(tx, { action: 'people.refresh_reused', subject: `session:${family.session_id}` });
  });
  await forgetSession(ctx, family.session_id);
}
