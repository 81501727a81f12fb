import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { exportJWK, generateKeyPair } from 'jose';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { PeopleTables, PublicJwk } from '../people-tables.ts';

export interface SigningKeys {
  kid: string;
  private_key: KeyObject;
  /** kid to public key, the newest and the ones before it, so that a new key ends no session. */
  public_keys: ReadonlyMap<string, KeyObject>;
  public_jwks: PublicJwk[];
}

const lock_number = 7_041_778;
const label = 'people.signing_key';
const place = 'people:signing-keys';
/** The newest signs; tokens of the ones before it live a quarter of an hour at most. */
const keys_kept = 10;
/** Other processes notice a new key within this time. */
const kept_s = 60;

/** The keys that sign and check access tokens; the first is made when there is none. */
export const signingKeys = (ctx: Ctx): Promise<SigningKeys> => ctx.memory.getOrMake(place, kept_s, () => loadKeys(ctx));

export const forgetSigningKeys = (ctx: Ctx): Promise<void> => ctx.memory.forget(place);

async function loadKeys(ctx: Ctx): Promise<SigningKeys> {
  const rows = (await listKeyRows(ctx)).length > 0 ? await listKeyRows(ctx) : await makeFirstKey(ctx);
  const [newest] = rows;
  if (!newest) throw new Error('no signing key after making one');
  return {
    kid: newest.kid,
    private_key: createPrivateKey({ key: ctx.keys.unwrap(newest.wrapped_private_key, label), format: 'der', type: 'pkcs8' }),
    public_keys: new Map(
      rows.map(({ kid, public_jwk }) => [kid, createPublicKey({ key: public_jwk as unknown as JsonWebKey, format: 'jwk' })]),
    ),
    public_jwks: rows.map(({ public_jwk }) => public_jwk),
  };
}

const listKeyRows = (ctx: Ctx) =>
  ctx.db
    .withTables<PeopleTables>()
    .selectFrom('people_signing_keys')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('kid', 'desc')
    .limit(keys_kept)
    .execute();

/** Adds a key that signs from now on; tokens of the last two keys stay valid. */
export async function makeSigningKey(tx: Ctx): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const kid = newId();
  const { kty = '', crv = '', x = '' } = await exportJWK(publicKey);
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey));
  await tx.db
    .withTables<PeopleTables>()
    .insertInto('people_signing_keys')
    .values({
      kid,
      public_jwk: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' },
      wrapped_private_key: tx.keys.wrap(pkcs8, label),
      created_at: tx.clock.now().toISOString(),
    })
    .execute();
}

/** Of several processes that start at once, one makes the key. */
function makeFirstKey(ctx: Ctx): ReturnType<typeof listKeyRows> {
  return inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock_number})`.execute(tx.db);
    if ((await listKeyRows(tx)).length === 0) await makeSigningKey(tx);
    return listKeyRows(tx);
  });
}
