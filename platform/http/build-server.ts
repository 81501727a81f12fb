import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import { constants } from 'node:zlib';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Area, BoundRoute } from '#platform/area/area.ts';
import type { Ports } from '#platform/area/context.ts';
import type { Database } from '#platform/db/database.ts';
import { AppError, notFound } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { RedisLink } from '#platform/redis/redis-link.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { addRoute, identifier } from './add-route.ts';
import { answerError } from './error-answer.ts';
import { addLimits } from './limits.ts';
import { refuseDeadToken } from './allow.ts';
import { requestContext } from './request-context.ts';
import { addClosing } from './send-events.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerParts {
  ports: Ports;
  db: Database;
  log: Log;
  areas: readonly Area[];
  /** Routes of the platform itself: health, audit, failed jobs. */
  own_routes: readonly BoundRoute[];
  /** Where the limits are counted when several processes share them. */
  redis?: RedisLink | undefined;
}

const request_id_form = /^[\w.:-]{1,100}$/;
/** A request that takes longer to arrive is an attack or a lost phone. */
const request_timeout_ms = 30_000;
const slow_request_ms = 1000;
/** 0..11: 4 packs a page in a millisecond; each step more takes twice that for a hundredth of the bytes. */
const brotli_quality = 4;

/** Builds the HTTP server with every route of every area; the caller listens and closes. */
export async function buildServer({ ports, db, log, areas, own_routes, redis }: ServerParts): Promise<FastifyInstance> {
  const { config } = ports;
  const server: FastifyInstance = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // Each line of a request carries its id, but a log of its own is made only for those that may write one (request-context.ts).
    childLoggerFactory: (logger) => logger,
    requestTimeout: request_timeout_ms,
    forceCloseConnections: 'idle',
    trustProxy: config.TRUST_PROXY.length > 0 ? [...config.TRUST_PROXY] : false,
    // An address that cannot even be decoded gets the same shape and headers as everything else.
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply.headers(securityHeaders(config))),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    genReqId: (raw) => {
      const given = raw.headers['x-request-id'];
      return typeof given === 'string' && request_id_form.test(given) ? given : newId();
    },
  });
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(() => {
    throw notFound('page');
  });
  server.removeContentTypeParser('text/plain');
  await server.register(cookie);
  // Who says that they can unpack gets it packed: a shopper's line is slower than our processor.
  await server.register(compress, {
    threshold: 1500,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotli_quality } },
  });
  if (config.CORS_ORIGINS.length > 0) {
    await server.register(cors, {
      origin: [...config.CORS_ORIGINS],
      credentials: false,
      maxAge: 600,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      // The last four: a page that uploads must see how far it is.
      exposedHeaders: ['x-request-id', 'retry-after', 'tus-resumable', 'upload-offset', 'upload-length', 'upload-expires'],
    });
  }
  addClosing(server);
  addIdentity(server, areas, { ports, db });
  await addLimits(server, config, redis);
  observe(server, ports);
  for (const bound of [...own_routes, ...areas.flatMap((area) => area.routes)]) addRoute(server, bound, config);
  return server;
}

function addIdentity(server: FastifyInstance, areas: readonly Area[], { ports, db }: { ports: Ports; db: Database }): void {
  const identify = identifier(areas);
  const [for_pages, for_data] = [securityHeaders(ports.config), securityHeaders(ports.config, 'data')];
  server.decorateRequest('ctx');
  server.decorateRequest('has_dead_token', false);
  server.addHook('onRequest', async (request, reply) => {
    const { identity } = request.routeOptions.config;
    const ctx = requestContext(ports, db, request, reply);
    request.ctx = ctx;
    reply.headers(identity ? for_data : for_pages);
    reply.header('x-request-id', request.id);
    if (!identity) return;
    ctx.checkActor = async () => (await identify(ctx, { request, reply, is_light: false })) ?? refuseDeadToken();
    const actor = await identify(ctx, { request, reply, is_light: identity === 'light' });
    request.has_dead_token = actor === null && identity !== 'optional';
    if (actor) ctx.actor = actor;
  });
}

function observe(server: FastifyInstance, { metrics }: Ports): void {
  // Finding a series by its labels costs more than adding to it; there are as many as routes have statuses.
  const series = new Map<string, { observe: (seconds: number) => void }>();
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime: elapsed_ms } = reply;
    const { method, id: request_id } = request;
    const key = `${method} ${status} ${route}`;
    const found = series.get(key) ?? metrics.http_request_duration_seconds.labels({ method, route, status });
    series.set(key, found);
    found.observe(elapsed_ms / 1000);
    if (status >= 500 || elapsed_ms > slow_request_ms) request.log.warn({ request_id, method, route, status, elapsed_ms }, 'answered');
    else if (request.log.level === 'debug' || request.log.level === 'trace')
      request.log.debug({ request_id, method, route, status, elapsed_ms }, 'answered');
    done();
  });
}

/** What a stopping server answers to those who still come in. */
export const stopping = (): AppError =>
  new AppError('platform.stopping', { message: 'This server is restarting. Try again in a few seconds.', retry_after_s: 3 });
