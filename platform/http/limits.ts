import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import ipaddr from 'ipaddr.js';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Cost } from '#contract/route.ts';
import type { Config } from '#platform/config/config.ts';
import { AppError } from '#platform/errors/app-error.ts';
import type { RedisLink } from '#platform/redis/redis-link.ts';
import { inside_header } from './rendered-pages.ts';
import { sharedCounts } from './shared-counts.ts';

const window_ms = 60_000;
/** Pages that one may open for each call to the API: a household or an office stands behind one address. */
const pages_per_call = 5;
/** Looking along shelves asks often for what is mostly remembered. */
const browsed_per_call = 5;
/** Fifty garments photographed in one go are some hundred calls within a minute. */
const uploads_per_call = 10;
/** Clients remembered at once; beyond it the longest unseen start afresh. */
const clients_max = 50_000;

/**
 * Counts requests per client and cost class. `free` is never counted; `log_in` is counted
 * in the database by the people area, so that it cannot open up when memory is lost. With Redis all processes count together.
 */
export async function addLimits(server: FastifyInstance, config: Config, redis: RedisLink | undefined): Promise<void> {
  await server.register(rateLimit, {
    global: false,
    cache: clients_max,
    ...(redis ? { store: sharedCounts(redis, clients_max) } : {}),
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('request.too_many', {
        message: `That was a lot at once. Wait ${Math.ceil(ttl / 1000)} seconds, then go on.`,
        retry_after_s: ttl / 1000,
      }),
  });
  server.decorate('inside_key', randomUUID());
  server.decorate('limits', limitsByCost(server, config));
}

/** One token is one client; without a token, one address is (for IPv6 its /64, which one household holds). */
export function clientKey(request: FastifyRequest): string {
  const { actor } = request.ctx;
  if (actor.api_key) return `key:${actor.api_key.id}`;
  return actor.person_id === null ? addressKey(request.ip) : `person:${actor.person_id}`;
}

/** An address as a client; of IPv6 the first 64 bits, which one household holds. */
export function addressKey(ip: string): string {
  if (!ipaddr.isValid(ip)) return `ip:${ip}`;
  const address = ipaddr.process(ip);
  return address.kind() === 'ipv4' ? `ip:${address.toString()}` : `net:${Buffer.from(address.toByteArray().slice(0, 8)).toString('hex')}`;
}

/** One hook a class: all its routes count together. */
export type Limits = Partial<Record<Cost | 'address' | 'page', onRequestAsyncHookHandler>>;

/** Our own pages ask the API too, as nobody: what counts is whoever opened the page. Asked for somebody, it is theirs to count. */
const comesFromInside = ({ headers, server, ctx }: FastifyRequest): boolean =>
  headers[inside_header] === server.inside_key && ctx.actor.person_id === null;

function limitsByCost(server: FastifyInstance, config: Config): Limits {
  const limit = (name: string, per_minute: number): onRequestAsyncHookHandler =>
    server.rateLimit({
      timeWindow: window_ms,
      allowList: comesFromInside,
      max: (request: FastifyRequest) => request.ctx.actor.api_key?.rate_limit_per_minute ?? per_minute,
      // In Redis the classes share one place; the name keeps them apart.
      keyGenerator: (request) => `${name}:${clientKey(request)}`,
    });
  const calls = limit('calls', config.RATE_LIMIT_PER_MINUTE);
  return {
    read: calls,
    browse: limit('browse', config.RATE_LIMIT_PER_MINUTE * browsed_per_call),
    write: calls,
    upload: limit('upload', config.RATE_LIMIT_PER_MINUTE * uploads_per_call),
    create_session: limit('create_session', config.SESSION_LIMIT_PER_MINUTE),
    page: limit('pages', config.RATE_LIMIT_PER_MINUTE * pages_per_call),
    // For coming in: counted by token, each newcomer could bring ten more.
    address: server.rateLimit({
      timeWindow: window_ms,
      max: config.SESSION_LIMIT_PER_MINUTE,
      keyGenerator: (request) => `address:${addressKey(request.ip)}`,
    }),
  };
}
