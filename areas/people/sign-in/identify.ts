import type { FastifyRequest } from 'fastify';
import { nobody, type Actor } from '#platform/area/actor.ts';
import type { Ctx } from '#platform/area/context.ts';
import { readAccessToken, type AccessClaims } from './access-token.ts';
import { findKeyBySecret, touchKey } from '../api-keys/api-key.store.ts';
import { notSignedIn } from '../errors.ts';
import { hashSecret } from './secrets.ts';
import { browser_session_s } from './start-session.ts';
import { findSessionBySecret, findSessionOwner, touchSession, type SessionOwner } from './session.store.ts';

export const cookie_name = 'toile_session';
const bearer = 'Bearer ';
const api_key_prefix = 'tk_';

/** A signature that was right stays right; this only bounds memory. */
const token_kept_s = 300;
/** Another process may have ended the session or key; here it is forgotten at once. */
const session_kept_s = 10;
/** "Last used" needs no more precision, and a write for each read would cost more than the read. */
const touch_every_ms = 3_600_000;

/** Tells who is asking: by token or API key when there is one, else by cookie. A token that has ended is refused, not ignored. */
export async function identify(ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const { authorization } = request.headers;
  if (authorization?.startsWith(bearer)) {
    const token = authorization.slice(bearer.length).trim();
    const actor = token.startsWith(api_key_prefix)
      ? await byApiKey(ctx, token)
      : await byToken(ctx, token, request.routeOptions.config.is_public_read ?? false);
    if (!actor) throw notSignedIn();
    return actor;
  }
  const secret = request.cookies[cookie_name];
  return (secret && (await byCookie(ctx, secret))) || nobody;
}

/** Makes a session's end known in this process at once. */
export async function forgetSession(ctx: Ctx, session_id: string | null): Promise<void> {
  if (session_id !== null) await ctx.cache.forget(sessionKey(session_id));
}

/** Makes a key's end known in this process at once. */
export const forgetApiKey = (ctx: Ctx, secret_hash: Buffer): Promise<void> => ctx.cache.forget(apiKeyKey(secret_hash.toString('hex')));

const sessionKey = (session_id: string): string => `people:session:${session_id}`;
const apiKeyKey = (hash: string): string => `people:api-key:${hash}`;

async function byToken(ctx: Ctx, token: string, is_public_read: boolean): Promise<Actor | undefined> {
  const claims = await readClaims(ctx, token);
  if (!claims || claims.expires_at_s * 1000 <= ctx.clock.now().getTime()) return undefined;
  const { person_id, session_id } = claims;
  // What everybody may read needs no look at the session: the signature says whose limit counts.
  if (is_public_read) return { ...nobody, person_id, session_id, via: 'token' };
  const owner = await ctx.cache.getOrMake<SessionOwner | null>(
    sessionKey(session_id),
    session_kept_s,
    async () => (await findSessionOwner(ctx, session_id)) ?? null,
  );
  return owner ? actorOf(owner, 'token') : undefined;
}

async function readClaims(ctx: Ctx, token: string): Promise<AccessClaims | undefined> {
  const key = `people:token:${token}`;
  const known = await ctx.cache.get<AccessClaims>(key);
  if (known) return known;
  const claims = await readAccessToken(ctx, token);
  if (claims) await ctx.cache.set(key, token_kept_s, claims);
  return claims;
}

async function byCookie(ctx: Ctx, secret: string): Promise<Actor | undefined> {
  const owner = await findSessionBySecret(ctx, hashSecret(secret));
  if (!owner) return undefined;
  const now = ctx.clock.now();
  if (now.getTime() - Date.parse(owner.last_used_at) > touch_every_ms) {
    const expires_at = new Date(now.getTime() + browser_session_s * 1000).toISOString();
    await touchSession(ctx, owner.session_id, { last_used_at: now.toISOString(), expires_at });
  }
  return actorOf(owner, 'cookie');
}

const actorOf = ({ person_id, session_id, role, email }: SessionOwner, via: 'token' | 'cookie'): Actor => ({
  person_id,
  session_id,
  role,
  via,
  has_account: email !== null,
  api_key: null,
});

async function byApiKey(ctx: Ctx, secret: string): Promise<Actor | null> {
  const hash = hashSecret(secret);
  return ctx.cache.getOrMake<Actor | null>(apiKeyKey(hash.toString('hex')), session_kept_s, async () => {
    const key = await findKeyBySecret(ctx, hash);
    if (!key) return null;
    const { id, scopes, rate_limit_per_minute, last_used_at } = key;
    const unused_ms = ctx.clock.now().getTime() - Date.parse(last_used_at ?? '1970-01-01');
    if (unused_ms > touch_every_ms) await touchKey(ctx, id);
    return { ...nobody, via: 'api_key', api_key: { id, scopes, rate_limit_per_minute } };
  });
}
