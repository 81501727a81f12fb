import { look_routes as looks } from '#contract/looks.ts';
import { tryon_routes as routes, type TryOnDraft, type TryOnSession } from '#contract/tryon.ts';
import { bind, type BoundRoute } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addPhoto, deletePhoto, noteUploaded, showPhoto } from './photos/photos.ts';
import { showMannequin } from './mannequin/read-mannequin.ts';
import { nudgeLook } from './nudging/nudge-look.ts';
import { readTryOnPicture } from './read-picture.ts';
import { giveFeedback, removeSession, saveLook, unsaveLook } from './sessions/change-session.ts';
import { createSession } from './sessions/create-session.ts';
import { followSession, readWait, waitForSession } from './sessions/follow-session.ts';
import { listSessions } from './sessions/list-sessions.ts';
import { showSession } from './sessions/own-session.ts';
import { shareLook, unshareLook } from './sharing/share-look.ts';
import { readSharedLook, readSharedPicture } from './sharing/shared-look.ts';

const success = { status: 'success' as const };

interface Creation {
  body: TryOnDraft;
  request: FastifyRequest;
  reply: FastifyReply;
}

async function create(ctx: Ctx, { body, request: { headers }, reply }: Creation): Promise<TryOnSession> {
  const session = await createSession(ctx, body, readKey(headers['idempotency-key']));
  const longest_s = readWait(headers['prefer']);
  if (longest_s > 0) void reply.header('preference-applied', `wait=${longest_s}`);
  return waitForSession(ctx, session, longest_s);
}

/** As long as an id of any kind, and printable. */
function readKey(sent: string | string[] | undefined): string | null {
  if (sent === undefined) return null;
  if (typeof sent === 'string' && /^[\x21-\x7e]{1,100}$/.test(sent)) return sent;
  const message = 'The Idempotency-Key has 1 to 100 letters, digits and signs, without spaces.';
  throw new AppError('request.invalid', { message, fields: { 'idempotency-key': '1 to 100 printable signs' } });
}

export const tryon_bound: BoundRoute[] = [
  bind(routes.addPersonPhoto, (ctx, { body }) => addPhoto(ctx, body.image_bytes ?? null)),
  bind(routes.notePersonPhoto, (ctx, { params }) => noteUploaded(ctx, params.id)),
  bind(routes.readPersonPhoto, (ctx, { params }) => showPhoto(ctx, params.id)),
  bind(routes.removePersonPhoto, async (ctx, { params }) => {
    await deletePhoto(ctx, params.id);
    return success;
  }),
  bind(routes.createTryOn, create),
  bind(routes.createTryOnShort, create),
  bind(routes.listTryOns, (ctx, { query }) => listSessions(ctx, query)),
  bind(routes.readTryOn, (ctx, { params }) => showSession(ctx, params.id)),
  bind(routes.readTryOnStatus, (ctx, { params }) => showSession(ctx, params.id)),
  bind(routes.followTryOn, (ctx, { params }) => followSession(ctx, params.id)),
  bind(routes.removeTryOn, (ctx, { params }) => removeSession(ctx, params.id)),
  bind(looks.saveLook, (ctx, { params }) => saveLook(ctx, params.id)),
  bind(looks.unsaveLook, (ctx, { params }) => unsaveLook(ctx, params.id)),
  bind(looks.nudgeLook, (ctx, { params, body }) => nudgeLook(ctx, params.id, body.nudges)),
  bind(looks.shareLook, (ctx, { params, body }) => shareLook(ctx, params.id, body)),
  bind(looks.unshareLook, async (ctx, { params }) => {
    await unshareLook(ctx, params.id);
    return success;
  }),
  bind(looks.readSharedLook, (ctx, { params }) => readSharedLook(ctx, params.token)),
  bind(looks.readSharedPicture, (ctx, { params, reply }) => {
    void reply.header('x-robots-tag', 'noindex, nofollow, noimageindex');
    return readSharedPicture(ctx, params.token);
  }),
  bind(routes.rateTryOn, async (ctx, { params, body }) => {
    await giveFeedback(ctx, params.id, body);
    return success;
  }),
  bind(routes.readMannequin, (_ctx, { params }) => showMannequin(params.name)),
  bind(routes.readTryOnPicture, (ctx, { params }) => readTryOnPicture(ctx, params.token)),
];
