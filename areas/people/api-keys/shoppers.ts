import type { Ctx } from '#platform/area/context.ts';
import { findSelfProfile } from '../profiles/profile.store.ts';
import { me } from '../read-me.ts';
import { mayActFor } from './api-keys.ts';
import { findShoppersOf, insertShoppers, type Shopper } from './shopper.store.ts';

/** Somebody whom a bulk is about, with the profile that is their own. */
export type Wearer = Pick<Shopper, 'person_id' | 'profile_id'>;

/** All whom a bulk is about. */
export interface Wearers {
  /** Who tells: an API key or a person. */
  caller_id: string;
  /** An API key must name its shoppers; a person speaks of themselves, whatever they name. */
  are_named: boolean;
  /** undefined: not named, or an integrator's shopper whom nobody knows yet. */
  find: (user_id: string | undefined) => Wearer | undefined;
}

type Names = readonly (string | undefined)[];

/**
 * Finds all whom a bulk is about, in a statement: the caller, or an integrator's shoppers by their names.
 * Throws `people.not_allowed` for an API key without the scope act_for.
 */
export async function findWearers(ctx: Ctx, user_ids: Names): Promise<Wearers> {
  const { api_key } = ctx.actor;
  if (!api_key) return findMyself(ctx);
  mayActFor(api_key);
  const shoppers = new Map((await findShoppersOf(ctx, api_key.id, namesIn(user_ids))).map((one) => [one.user_id, one]));
  return { caller_id: api_key.id, are_named: true, find: (user_id) => shoppers.get(user_id ?? '') };
}

async function findMyself(ctx: Ctx): Promise<Wearers> {
  const person_id = me(ctx);
  const { id: profile_id } = await findSelfProfile(ctx, person_id);
  return { caller_id: person_id, are_named: false, find: () => ({ person_id, profile_id }) };
}

/** Makes the shoppers whom nobody knows yet, in the caller's transaction, and gives the same with them. */
export async function addWearers(tx: Ctx, known: Wearers, user_ids: Names): Promise<Wearers> {
  const { api_key } = tx.actor;
  const unknown = namesIn(user_ids).filter((user_id) => known.find(user_id) === undefined);
  if (!api_key || unknown.length === 0) return known;
  await insertShoppers(tx, api_key.id, unknown);
  const added = await findWearers(tx, unknown);
  return { ...known, find: (user_id) => known.find(user_id) ?? added.find(user_id) };
}

const namesIn = (user_ids: Names): string[] => [...new Set(user_ids.filter((user_id) => user_id !== undefined))];
