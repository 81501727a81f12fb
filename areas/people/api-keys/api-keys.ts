import type { Scope } from '#contract/route.ts';
import type { Actor } from '#platform/area/actor.ts';
import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError, notFound } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { needsUserId } from '../errors.ts';
import { deleteKey, insertKey } from './api-key.store.ts';
import { makePerson } from '../sign-in/enter-anonymously.ts';
import { forgetApiKey } from '../sign-in/identify.ts';
import { deletePerson, findIntegratorShopper, insertIntegratorShopper } from '../person.store.ts';
import { hashSecret, newSecret } from '../sign-in/secrets.ts';

interface NewKey {
  name: string;
  scopes: Scope[];
  rate_limit_per_minute: number;
}

/** Makes an API key. The secret is in this answer and nowhere else. */
export function makeApiKey(ctx: Ctx, key: NewKey) {
  return inTransaction(ctx, async (tx) => {
    const secret = newSecret('tk_');
    const row = { id: newId(), ...key, created_at: tx.clock.now().toISOString(), last_used_at: null };
    await insertKey(tx, { ...row, secret_hash: hashSecret(secret), created_by: tx.actor.person_id });
    await recordAct(tx, { action: 'people.api_key_made', subject: `api_key:${row.id}`, detail: { scopes: key.scopes.join(' ') } });
    return { ...row, secret };
  });
}

/** Ends a key at once. Its shoppers, whom nobody can reach now, are erased by the next sweep. */
export async function endApiKey(ctx: Ctx, id: string): Promise<void> {
  const secret_hash = await inTransaction(ctx, async (tx) => {
    const deleted = await deleteKey(tx, id);
    if (!deleted) throw notFound('API key');
    await recordAct(tx, { action: 'people.api_key_ended', subject: `api_key:${id}` });
    return deleted;
  });
  await forgetApiKey(ctx, secret_hash);
}

/**
 * The ctx in which a request acts: the caller's own, or, for an API key with the scope `act_for`,
 * that of the integrator's shopper, who is made at first sight.
 */
export async function actingFor(ctx: Ctx, user_id: string | undefined): Promise<Ctx> {
  const { api_key } = ctx.actor;
  if (!api_key) return ctx;
  if (user_id === undefined) throw needsUserId();
  mayActFor(api_key);
  const person_id = (await findIntegratorShopper(ctx, api_key.id, user_id)) ?? (await makeShopper(ctx, api_key.id, user_id));
  return { ...ctx, actor: { ...ctx.actor, person_id } satisfies Actor };
}

/** Throws `people.not_allowed` for a key that may not act for shoppers. */
export function mayActFor({ scopes }: NonNullable<Actor['api_key']>): void {
  if (scopes.includes('act_for')) return;
  throw new AppError('people.not_allowed', { message: 'This API key lacks the scope act_for. Ask the operator for a key that has it.' });
}

/** Of two first requests for one shopper, one makes them, and the other takes who was made. */
async function makeShopper(ctx: Ctx, api_key_id: string, external_id: string): Promise<string> {
  const made = await inTransaction(ctx, async (tx) => {
    const { id } = await makePerson(tx);
    if (await insertIntegratorShopper(tx, { api_key_id, external_id, person_id: id })) return id;
    await deletePerson(tx, id);
    return undefined;
  });
  const person_id = made ?? (await findIntegratorShopper(ctx, api_key_id, external_id));
  if (person_id === undefined)
    throw new AppError('platform.conflict', { message: 'This shopper is just being removed. Send the request again.' });
  return person_id;
}
