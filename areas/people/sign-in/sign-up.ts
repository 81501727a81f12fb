import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { makePerson } from './enter-anonymously.ts';
import { alreadySignedUp, emailTaken, weakPassword } from '../errors.ts';
import { forgetSession } from './identify.ts';
import { hashPassword, isEasyToGuess } from './passwords.ts';
import { findByEmail, lockPerson, updatePerson } from '../person.store.ts';
import { deleteSession } from './session.store.ts';
import { startSession, type StartedSession, type Visit } from './start-session.ts';

interface SignUpInput {
  email: string;
  password: string;
  name?: string | undefined;
}

/**
 * Turns the anonymous shopper into an account, in place: everything they did stays theirs.
 * Their old session ends and a new one begins, so that a planted cookie gains nothing.
 */
export async function signUp(ctx: Ctx, { email, password, name }: SignUpInput, visit: Visit): Promise<StartedSession> {
  if (ctx.actor.has_account) throw alreadySignedUp();
  if (isEasyToGuess(password, email)) throw weakPassword();
  if (await findByEmail(ctx, email)) throw emailTaken();
  const password_hash = await hashPassword(password);
  const { person_id, session_id } = ctx.actor;
  const started = await inTransaction(ctx, async (tx) => {
    const before = (person_id === null ? undefined : await lockPerson(tx, person_id)) ?? (await makePerson(tx));
    if (before.email !== null) throw alreadySignedUp();
    const last_login = tx.clock.now().toISOString();
    const person = await updatePerson(tx, before.id, { email, password_hash, name: name ?? null, last_login }).catch(asEmailTaken);
    if (!person) throw new Error('a person vanished during sign-up');
    if (person_id !== null && session_id !== null) await deleteSession(tx, person_id, session_id);
    await recordAct(tx, { action: 'people.signed_up', subject: `person:${person.id}` });
    return startSession(tx, person, visit);
  });
  await forgetSession(ctx, session_id);
  return started;
}

const unique_violation = '23505';

/** Two sign-ups with one e-mail at once: the index lets one through. */
function asEmailTaken(error: { code?: string }): never {
  throw error.code === unique_violation ? emailTaken() : error;
}
