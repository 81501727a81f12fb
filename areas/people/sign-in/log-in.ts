import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { countKnock, refuseGuesses } from './count-knock.ts';
import { wrongCredentials } from '../errors.ts';
import { forgetSession } from './identify.ts';
import { mergePeople } from '../privacy/merge-people.ts';
import { isPasswordRight } from './passwords.ts';
import { findByEmail, updatePerson } from '../person.store.ts';
import { deleteSession } from './session.store.ts';
import { startSession, type StartedSession, type Visit } from './start-session.ts';

/**
 * Failures for one e-mail, from however many addresses, in times the limit of one address: few enough to stop guessing,
 * and so many that nobody can lock somebody else out by guessing from one place.
 */
const failures_factor = 10;

/** Signs in; what the anonymous shopper had is merged into the account. */
export async function logIn(ctx: Ctx, { email, password }: { email: string; password: string }, visit: Visit): Promise<StartedSession> {
  await refuseGuesses(ctx, `failed ${email}`, failures_factor);
  const known = await findByEmail(ctx, email);
  const is_right = await isPasswordRight(password, known?.password_hash ?? null);
  if (!known || !is_right) {
    await countKnock(ctx, `failed ${email}`, failures_factor);
    throw wrongCredentials();
  }
  const { person_id, session_id, has_account } = ctx.actor;
  const started = await inTransaction(ctx, async (tx) => {
    if (person_id !== null && session_id !== null) await deleteSession(tx, person_id, session_id);
    if (person_id !== null && !has_account) await mergePeople(tx, person_id, known.id);
    const person = await updatePerson(tx, known.id, { last_login: tx.clock.now().toISOString() });
    if (!person) throw wrongCredentials();
    await recordAct(
      { ...tx, actor: { ...tx.actor, person_id: person.id } },
      { action: 'people.logged_in', subject: `person:${person.id}` },
    );
    return startSession(tx, person, visit);
  });
  await forgetSession(ctx, session_id);
  return started;
}
