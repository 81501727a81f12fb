import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '#contract/people.ts';
import { import_routes as imports } from '#contract/imports.ts';
import { people_routes as routes } from '#contract/people.ts';
import { bind, type BoundRoute } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { wantsCookie } from '#platform/http/allow.ts';
import { addressKey } from '#platform/http/limits.ts';
import { listKeys } from './api-keys/api-key.store.ts';
import { endApiKey, makeApiKey } from './api-keys/api-keys.ts';
import { beginImport, readImport, removeImport, startImport } from './bring-back/imports.ts';
import { countKnock } from './sign-in/count-knock.ts';
import { enterAnonymously } from './sign-in/enter-anonymously.ts';
import { eraseMe, eraseMyPhotos } from './privacy/erase-me.ts';
import { downloadMe } from './privacy/download-me.ts';
import { exportMe } from './privacy/export-me.ts';
import { cookie_name, forgetSession, giveCookie } from './sign-in/identify.ts';
import { logIn } from './sign-in/log-in.ts';
import { addProfile, changeProfile, listMyProfiles, removeProfile } from './profiles/profiles.ts';
import { changeMe, me, readMe } from './read-me.ts';
import { refreshTokens } from './sign-in/refresh-tokens.ts';
import { deleteSession, listSessionsOf } from './sign-in/session.store.ts';
import { signingKeys } from './sign-in/signing-keys.ts';
import { signUp } from './sign-in/sign-up.ts';
import type { StartedSession, Visit } from './sign-in/start-session.ts';

const success = { status: 'success' as const };

export const people_bound: BoundRoute[] = [
  bind(routes.enterAnonymously, async (ctx, { request, reply }) => handOver(ctx, reply, await enterAnonymously(ctx, visit(request)))),
  bind(routes.signUp, async (ctx, { body, request, reply }) => {
    await countKnock(ctx, `sign-up ${addressKey(request.ip)}`);
    return handOver(ctx, reply, await signUp(ctx, body, visit(request)));
  }),
  bind(routes.logIn, async (ctx, { body, request, reply }) => {
    await countKnock(ctx, `log-in ${addressKey(request.ip)}`);
    return handOver(ctx, reply, await logIn(ctx, body, visit(request)));
  }),
  bind(routes.refresh, async (ctx, { body, request }) => {
    return refreshTokens(ctx, body.refresh_token, addressKey(request.ip));
  }),
  bind(routes.logOut, async (ctx, { reply }) => {
    const { session_id } = ctx.actor;
    if (session_id !== null) await deleteSession(ctx, me(ctx), session_id);
    await forgetSession(ctx, session_id);
    void reply.clearCookie(cookie_name, { path: '/' });
    return success;
  }),
  bind(routes.listSessions, async (ctx) => ({
    sessions: (await listSessionsOf(ctx, me(ctx))).map(({ id, kind, user_agent, created_at, last_used_at }) => ({
      id,
      kind,
      user_agent,
      created_at,
      last_used_at,
      is_current: id === ctx.actor.session_id,
    })),
    next_cursor: null,
  })),
  bind(routes.endSession, async (ctx, { params }) => {
    if (!(await deleteSession(ctx, me(ctx), params.id))) throw notFound('session');
    await forgetSession(ctx, params.id);
    return success;
  }),
  bind(routes.readMe, (ctx) => readMe(ctx)),
  bind(routes.changeMe, (ctx, { body }) => changeMe(ctx, body)),
  bind(routes.exportMe, (ctx, { query }) => exportMe(ctx, query.user_id)),
  bind(routes.downloadMe, (ctx, { query }) => downloadMe(ctx, query.user_id)),
  bind(imports.beginMyImport, (ctx, { body }) => beginImport(ctx, body.size_bytes)),
  bind(imports.startMyImport, (ctx, { params }) => startImport(ctx, params.id)),
  bind(imports.readMyImport, (ctx) => readImport(ctx)),
  bind(imports.removeMyImport, async (ctx, { params }) => {
    await removeImport(ctx, params.id);
    return success;
  }),
  bind(routes.eraseMe, async (ctx, { query, reply }) => {
    const receipt = await eraseMe(ctx, query.user_id);
    void reply.clearCookie(cookie_name, { path: '/' });
    return receipt;
  }),
  bind(routes.eraseMyPhotos, (ctx, { query }) => eraseMyPhotos(ctx, query.user_id)),
  bind(routes.listProfiles, async (ctx) => ({ profiles: await listMyProfiles(ctx), next_cursor: null })),
  bind(routes.addProfile, (ctx, { body }) => addProfile(ctx, body)),
  bind(routes.changeProfile, (ctx, { params, body }) => changeProfile(ctx, params.id, body)),
  bind(routes.removeProfile, async (ctx, { params }) => {
    await removeProfile(ctx, params.id);
    return success;
  }),
  bind(routes.readSigningKeys, async (ctx) => ({ keys: (await signingKeys(ctx)).public_jwks })),
  bind(routes.listApiKeys, async (ctx) => ({ api_keys: await listKeys(ctx), next_cursor: null })),
  bind(routes.makeApiKey, (ctx, { body }) => makeApiKey(ctx, body)),
  bind(routes.endApiKey, async (ctx, { params }) => {
    await endApiKey(ctx, params.id);
    return success;
  }),
];

const visit = (request: FastifyRequest): Visit => ({
  wants_cookie: wantsCookie(request),
  user_agent: request.headers['user-agent'] ?? '',
});

/** Browsers get their secret where no script can read it. */
function handOver(ctx: Ctx, reply: FastifyReply, { answer, cookie_secret }: StartedSession): SignedIn {
  if (cookie_secret !== null) {
    giveCookie(ctx, reply, cookie_secret);
  }
  return answer;
}
