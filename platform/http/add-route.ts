import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import type { Area, BoundRoute } from '#platform/area/area.ts';
import { Download, EventStream, FileAnswer, JsonText, PrivateFile, SeeOther } from '#platform/area/area.ts';
import { publicUrl, type Config } from '#platform/config/config.ts';
import { answersOf } from '#contract/answers-of.ts';
import type { Route } from '#contract/route.ts';
import { allow, refuseCrossSite, refuseDeadToken } from './allow.ts';
import { parseInput } from './parse-input.ts';
import { readMultipart } from './read-multipart.ts';
import { sendEvents } from './send-events.ts';
import type { Identity } from './request-context.ts';

const body_max_bytes = 64 * 1024;
const json = 'application/json; charset=utf-8';

/** Adds one contract route: who may pass, what goes in, the use case, what comes out; each checked here. */
export function addRoute(server: FastifyInstance, bound: BoundRoute, config: Config): void {
  if (bound.route.takes_form) void server.register(readingForms((scope) => addDoor(scope, bound, config)));
  else if (bound.route.takes_multipart)
    void server.register(readingMultipart(bound.route.takes_multipart, (scope) => addDoor(scope, bound, config)));
  else addDoor(server, bound, config);
}

/** Forms are read only where a route asks for it: elsewhere a body that is no JSON is refused, which keeps other sites' forms out. */
const readingForms =
  (add: (scope: FastifyInstance) => void): FastifyPluginCallback =>
  (scope, _options, done) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) =>
      parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    add(scope);
    done();
  };

const readingMultipart =
  (lists: readonly string[], add: (scope: FastifyInstance) => void): FastifyPluginCallback =>
  (scope, _options, done) => {
    scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer) =>
      readMultipart(body, String(request.headers['content-type']), lists),
    );
    add(scope);
    done();
  };

function addDoor(server: FastifyInstance, { route, handle }: BoundRoute, config: Config): void {
  const limit = route.is_limited_by_address ? server.limits.address : server.limits[route.cost];
  const public_url = publicUrl(config);
  server.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit: route.body_max_bytes ?? body_max_bytes,
    config: { identity: identityOf(route), answers: new Set(answersOf(route)) },
    ...(limit ? { onRequest: limit } : {}),
    // After the limit, so that a stranger who knocks without end is counted too.
    preParsing: (request, _reply, payload, done) => {
      try {
        if (request.has_dead_token) refuseDeadToken();
        refuseCrossSite(request, request.ctx.actor, public_url);
        allow(route, request.ctx.actor);
        done(null, payload);
      } catch (error) {
        done(error as Error);
      }
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const call = {
        params: parseInput(route.params, request.params),
        query: parseInput(route.query, request.query),
        body: parseInput(route.body, request.body),
        request,
        reply,
      };
      const answer = await handle(request.ctx, call as never);
      if (answer instanceof SeeOther) return reply.header('cache-control', 'no-store').redirect(answer.location, 303);
      if (answer instanceof FileAnswer) return sendFile(reply, answer, route);
      if (answer instanceof PrivateFile) return sendPrivately(reply, answer);
      if (answer instanceof Download) return sendDownload(reply, answer);
      if (answer instanceof EventStream) return sendEvents(reply, answer);
      const text = answer instanceof JsonText ? answer.text : JSON.stringify(route.response.parse(answer));
      reply.code(route.status).header('content-type', json);
      return route.is_kept_by_asker ? sendToKeep(reply, text) : reply.send(text);
    },
  });
}

/** Asked again each time, because what is known of a person changes; sent again only when it did. */
function sendToKeep(reply: FastifyReply, text: string): FastifyReply {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  reply.headers({ etag, 'cache-control': 'private, no-cache' });
  return reply.request.headers['if-none-match']?.includes(etag) ? reply.code(304).send() : reply.send(text);
}

/** Files of our routes are public; other sites may show them too. */
function sendFile(reply: FastifyReply, file: FileAnswer, { media_type, status }: Route): FastifyReply {
  const { etag, content, max_age_s, is_for_good } = file;
  reply.headers({
    etag,
    'cache-control': `public, max-age=${max_age_s}${is_for_good ? ', immutable' : ''}`,
    'cross-origin-resource-policy': 'cross-origin',
  });
  if (reply.request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  return reply
    .code(status)
    .header('content-type', media_type ?? 'application/octet-stream')
    .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}

/** Somebody's own: shown on our pages only, kept by their browser only. */
async function sendPrivately(reply: FastifyReply, { etag, media_type, open, max_age_s }: PrivateFile): Promise<FastifyReply> {
  const { method, headers } = reply.request;
  if (headers['if-none-match']?.includes(etag)) return keepFor(reply, etag, max_age_s).code(304).send();
  const content = method === 'HEAD' ? undefined : await open();
  return keepFor(reply, etag, max_age_s).code(200).type(media_type).send(content);
}

const sendDownload = (reply: FastifyReply, { file_name, media_type, content }: Download): FastifyReply =>
  reply
    .headers({
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${file_name}"`,
      'referrer-policy': 'no-referrer',
    })
    .code(200)
    .type(media_type)
    .send(content);

const keepFor = (reply: FastifyReply, etag: string, max_age_s: number): FastifyReply =>
  reply.headers({ etag, 'cache-control': `private, max-age=${max_age_s}`, 'referrer-policy': 'no-referrer' });

function identityOf({ access, cost, method, takes_form }: Route): Identity | undefined {
  if (cost === 'free' || takes_form) return undefined;
  if (access !== 'public') return 'full';
  return method === 'GET' ? 'light' : 'optional';
}

/** The one area that knows who is asking. */
export function identifier(areas: readonly Area[]): NonNullable<Area['identify']> {
  const knowing = areas.filter((area) => area.identify);
  const [first] = knowing;
  if (knowing.length !== 1 || !first?.identify) throw new Error('exactly one area must identify people');
  return first.identify;
}
