import { SignJWT, jwtVerify, type JWTPayload } from 'jose';
import type { Ctx } from '#platform/area/context.ts';
import { signingKeys } from './signing-keys.ts';

/** Short, because a copy of it works until then wherever sessions are not looked up. */
export const access_token_s = 900;
const issuer = 'toile';

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
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' })
    .setSubject(person_id).setIssuer(issuer).setIssuedAt(now_s).setExpirationTime(now_s + access_token_s)
    .sign(private_key);
}

/** Checks a token's signature and times; undefined when it is not (or no longer) ours. */
export async function readAccessToken(ctx: Ctx, token: string): Promise<AccessClaims | undefined> {
  try {
    const { public_keys } = await signingKeys(ctx);
    const { payload } = await jwtVerify(token, ({ kid = '' }) => {
      const key = public_keys.get(kid);
      if (!key) throw new Error('unknown key');
      return key;
    }, { issuer, algorithms: ['EdDSA'], typ: 'at+jwt', currentDate: ctx.clock.now() });
    return claimsOf(payload);
  } catch {
    // A token that cannot be read is no token; who sent it is told to sign in.
    return undefined;
  }
}

function claimsOf({ sub, sid, exp }: JWTPayload): AccessClaims | undefined {
  if (typeof sub !== 'string' || typeof sid !== 'string' || exp === undefined) return undefined;
  return { person_id: sub, session_id: sid, expires_at_s: exp };
}
