import type { Ctx } from '#platform/area/context.ts';
import type { PeopleTables } from '../people-tables.ts';

export type ApiKeyRow = PeopleTables['people_api_keys'];

const people = (ctx: Ctx) => ctx.db.withTables<PeopleTables>();
const shown = ['id', 'name', 'scopes', 'rate_limit_per_minute', 'created_at', 'last_used_at'] as const;

export const listKeys = (ctx: Ctx) => people(ctx).selectFrom('people_api_keys').select(shown).orderBy('created_at').execute();

export async function insertKey(ctx: Ctx, row: ApiKeyRow): Promise<void> {
  await people(ctx).insertInto('people_api_keys').values(row).execute();
}

export const findKeyBySecret = (ctx: Ctx, secret_hash: Buffer) =>
  people(ctx).selectFrom('people_api_keys').select(shown).where('secret_hash', '=', secret_hash).executeTakeFirst();

export async function touchKey(ctx: Ctx, id: string): Promise<void> {
  await people(ctx).updateTable('people_api_keys').set({ last_used_at: ctx.clock.now().toISOString() }).where('id', '=', id).execute();
}

/** Ends a key; returns the hash of its secret, or undefined when there is no such key. */
export const deleteKey = async (ctx: Ctx, id: string): Promise<Buffer | undefined> =>
  (await people(ctx).deleteFrom('people_api_keys').where('id', '=', id).returning('secret_hash').executeTakeFirst())?.secret_hash;

export const knowsApiKey = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await people(ctx).selectFrom('people_api_keys').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
