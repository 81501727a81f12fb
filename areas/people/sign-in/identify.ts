import type { FastifyReply } from 'fastify';
import { nobody, type Actor } from '#platform/area/actor.ts';
import type { Visit } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { readAccessToken, type AccessClaims } from './access-token.ts';
import { findKeyBySecret, touchKey } from '../api-keys/api-key.store.ts';
import { hashSecret } from './secrets.ts';
import { browser_session_s } from './start-session.ts';
import { findSessionBySecret, findSessionOwner, touchSession, type SessionOwner } from './session.store.ts';

export const cookie_name = 'toile_session';
const bearer = 'Bearer ';
const api_key_prefix = 'tk_';

/** A signature that was right stays right; this only bounds memory. */
const token_kept_s = 300;
/** Another process may have ended the session or key; where there is Redis it says so, else this is how long it works on. */
const session_kept_s = 10;
/** "Last used" needs no more precision, and a write for each read would cost more than the read. */
const touch_every_ms = 3_600_000;

/** Tells who is asking: by token or API key when there is one, else by cookie. null for a token that has ended or is not ours. */
export async function identify(ctx: Ctx, { request, reply, is_light }: Visit): Promise<Actor | null> {
  const { authorization } = request.headers;
  if (authorization?.startsWith(bearer)) {
    const token = authorization.slice(bearer.length).trim();
    return token.startsWith(api_key_prefix) ? byApiKey(ctx, token) : byToken(ctx, token, is_light);
  }
  const secret = request.cookies[cookie_name];
  return (secret && (await byCookie(ctx, secret, reply))) || nobody;
}

/** Gives a browser its secret where no script can read it, for as long as the session lasts. */
export function giveCookie({ config }: Ctx, reply: FastifyReply, secret: string): void {
  void reply.setCookie(cookie_name, secret, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: browser_session_s,
    secure: config.ENVIRONMENT === 'production',
  });
}

/** Makes a session's end known at once: in this process, and through Redis in the others. */
export async function forgetSession(ctx: Ctx, session_id: string | null): Promise<void> {
  if (session_id !== null) await ctx.memory.forget(sessionKey(session_id));
}

/** Makes a key's end known at once, as a session's. */
export const forgetApiKey = (ctx: Ctx, secret_hash: Buffer): Promise<void> => ctx.memory.forget(apiKeyKey(secret_hash.toString('hex')));

const sessionKey = (session_id: string): string => `people:session:${session_id}`;
const apiKeyKey = (hash: string): string => `people:api-key:${hash}`;

async function byToken(ctx: Ctx, token: string, is_light: boolean): Promise<Actor | null> {
  const claims = await readClaims(ctx, token);
  if (!claims || claims.expires_at_s * 1000 <= ctx.clock.now().getTime()) return null;
  const { person_id, session_id } = claims;
  // What everybody may read needs no look at the session: the signature says whose limit counts.
  if (is_light) return { ...nobody, person_id, session_id, via: 'token' };
  const owner = await ctx.memory.getOrMake<SessionOwner | null>(
    sessionKey(session_id),
    session_kept_s,
    async () => (await findSessionOwner(ctx, session_id)) ?? null,
  );
  return owner ? actorOf(owner, 'token') : null;
}

async function readClaims(ctx: Ctx, token: string): Promise<AccessClaims | undefined> {
  const key = `people:token:${token}`;
  const known = await ctx.memory.get<AccessClaims>(key);
  if (known) return known;
  const claims = await readAccessToken(ctx, token);
  if (claims) await ctx.memory.set(key, token_kept_s, claims);
  return claims;
}

async function byCookie(ctx: Ctx, secret: string, reply: FastifyReply): Promise<Actor | undefined> {
  const owner = await findSessionBySecret(ctx, hashSecret(secret));
  if (!owner) return undefined;
  const now = ctx.clock.now();
  if (now.getTime() - Date.parse(owner.last_used_at) > touch_every_ms) {
    const expires_at = new Date(now.getTime() + browser_session_s * 1000).toISOString();
    await touchSession(ctx, owner.session_id, { last_used_at: now.toISOString(), expires_at });
    // The browser counts its own days: both move on together.
    giveCookie(ctx, reply, secret);
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

/** A key that nobody has is not remembered: made-up ones would push out what is worth keeping. */
async function byApiKey(ctx: Ctx, secret: string): Promise<Actor | null> {
  const hash = hashSecret(secret);
  const place = apiKeyKey(hash.toString('hex'));
  const known = await ctx.memory.get<Actor>(place);
  if (known) return known;
  const key = await findKeyBySecret(ctx, hash);
  if (!key) return null;
  const { id, scopes, rate_limit_per_minute, last_used_at } = key;
  if (ctx.clock.now().getTime() - Date.parse(last_used_at ?? '1970-01-01') > touch_every_ms) await touchKey(ctx, id);
  const actor: Actor = { ...nobody, via: 'api_key', api_key: { id, scopes, rate_limit_per_minute } };
  await ctx.memory.set(place, session_kept_s, actor);
  return actor;
}
