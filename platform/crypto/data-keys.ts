import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { randomBytes } from 'node:crypto';

type KeyTable = { platform_data_keys: { id: string; owner_id: string; wrapped_key: Buffer; created_at: string } };

/** What encrypts the files of one owner: 32 bytes, known to no other owner. */
export interface DataKey {
  id: string;
  secret: Buffer;
}

const key_bytes = 32;
const labelOf = (id: string): string => `platform.data_key:${id}`;
const table = (ctx: Ctx) => ctx.db.withTables<KeyTable>();

/** Gives the key that new files of an owner are encrypted with, made at the first need. Call it where the owner is known to exist. */
export async function makeDataKey(ctx: Ctx, owner_id: string): Promise<DataKey> {
  const known = await findDataKeyOf(ctx, owner_id);
  if (known) return known;
  const key = { id: newId(), secret: randomBytes(key_bytes) };
  await table(ctx)
    .insertInto('platform_data_keys')
    .values({ id: key.id, owner_id, wrapped_key: ctx.keys.wrap(key.secret, labelOf(key.id)), created_at: ctx.clock.now().toISOString() })
    .execute();
  // Two first files at once make two keys; both open what they closed.
  return key;
}

/** Gives the key that new files of an owner are encrypted with; undefined when they never had one, or it was destroyed. */
export const findDataKeyOf = (ctx: Ctx, owner_id: string): Promise<DataKey | undefined> =>
  table(ctx)
    .selectFrom('platform_data_keys')
    .select(['id', 'wrapped_key'])
    .where('owner_id', '=', owner_id)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
    .then((row) => row && unwrapped(ctx, row));

/** Gives the key that a file names. Never remembered: a key that was destroyed opens nothing from then on. */
export const findDataKey = (ctx: Ctx, id: string): Promise<DataKey | undefined> =>
  table(ctx)
    .selectFrom('platform_data_keys')
    .select(['id', 'wrapped_key'])
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row && unwrapped(ctx, row));

/** Gives somebody else's keys to an owner who takes over their files; nothing needs to be encrypted anew. */
export async function moveDataKeys(tx: Ctx, from_owner_id: string, to_owner_id: string): Promise<void> {
  await table(tx).updateTable('platform_data_keys').set({ owner_id: to_owner_id }).where('owner_id', '=', from_owner_id).execute();
}

/** Destroys an owner's keys: what they encrypted stays shut for good, in copies of the files too. Returns how many there were. */
export async function destroyDataKeys(tx: Ctx, owner_id: string): Promise<number> {
  const result = await table(tx).deleteFrom('platform_data_keys').where('owner_id', '=', owner_id).executeTakeFirst();
  return Number(result.numDeletedRows);
}

const unwrapped = ({ keys }: Ctx, { id, wrapped_key }: Pick<KeyTable['platform_data_keys'], 'id' | 'wrapped_key'>): DataKey => ({
  id,
  secret: keys.unwrap(wrapped_key, labelOf(id)),
});
