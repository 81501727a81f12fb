import { verify, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Ctx } from '#platform/area/context.ts';
import { forgetSigningKeys, signingKeys } from './signing-keys.ts';

/** Short, because a copy of it works until then wherever sessions are not looked up. */
export const access_token_s = 900;
const issuer = 'toile';
const token_type = 'at+jwt';

export interface AccessClaims {
  person_id: string;
  session_id: string;
  expires_at_s: number;
}

/** Signs an access token for one session. */
export async function makeAccessToken(ctx: Ctx, { person_id, session_id }: { person_id: string; session_id: string }): Promise<string> {
  const { kid, private_key } = await signingKeys(ctx);
  const now_s = Math.floor(ctx.clock.now().getTime() / 1000);
  return new SignJWT({ sid: session_id })
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: token_type })
    .setSubject(person_id)
    .setIssuer(issuer)
    .setIssuedAt(now_s)
    .setExpirationTime(now_s + access_token_s)
    .sign(private_key);
}

/**
 * Checks a token's signature and times; undefined when it is not (or no longer) ours. Ed25519 in this thread:
 * 0.1 ms, where a trip through the thread pool takes longer and makes every first request of a shopper wait.
 */
export async function readAccessToken(ctx: Ctx, token: string): Promise<AccessClaims | undefined> {
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  const { alg, typ, kid } = readJson(header);
  const key = typeof kid === 'string' ? await findPublicKey(ctx, kid) : undefined;
  if (more.length > 0 || !key || alg !== 'EdDSA' || typ !== token_type) return undefined;
  if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))) return undefined;
  const { sub, sid, exp, iss } = readJson(payload);
  if (iss !== issuer || typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return undefined;
  return exp * 1000 > ctx.clock.now().getTime() ? { person_id: sub, session_id: sid, expires_at_s: exp } : undefined;
}

/** Another process may have begun to sign with a new key: an unknown one is looked up again, at most once a second. */
async function findPublicKey(ctx: Ctx, kid: string): Promise<KeyObject | undefined> {
  const known = (await signingKeys(ctx)).public_keys.get(kid);
  if (known || (await ctx.memory.get('people:signing-keys-reloaded'))) return known;
  await ctx.memory.set('people:signing-keys-reloaded', 1, true);
  await forgetSigningKeys(ctx);
  return (await signingKeys(ctx)).public_keys.get(kid);
}

/** A part of a token that cannot be read holds nothing. */
function readJson(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
