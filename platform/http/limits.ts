import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Cost } from '#contract/route.ts';
import type { Config } from '#platform/config/config.ts';
import { AppError } from '#platform/errors/app-error.ts';

const window_ms = 60_000;
/** Clients remembered at once; beyond it the longest unseen start afresh. */
const clients_max = 50_000;

/**
 * Counts requests per client and cost class. `free` is never counted; `log_in` is counted
 * in the database by the people area, so that it cannot open up when memory is lost.
 */
export async function addLimits(server: FastifyInstance, config: Config): Promise<void> {
  await server.register(rateLimit, {
    global: false,
    cache: clients_max,
    enableDraftSpec: true,
    keyGenerator: clientKey,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('request.too_many', {
        message: `That was a lot at once. Wait ${Math.ceil(ttl / 1000)} seconds, then go on.`,
        retry_after_s: ttl / 1000,
      }),
  });
  server.decorate('limits', limitsByCost(server, config));
}

/** One token is one client; without a token, one address is (for IPv6 its /64, which one household holds). */
export function clientKey(request: FastifyRequest): string {
  const { actor } = request.ctx;
  if (actor.api_key) return `key:${actor.api_key.id}`;
  return actor.person_id === null ? addressKey(request.ip) : `person:${actor.person_id}`;
}

export const addressKey = (ip: string): string =>
  ip.includes(':') && !ip.includes('.') ? `net:${ip.split(':').slice(0, 4).join(':')}` : `ip:${ip}`;

/** One hook a class: all its routes count together. */
export type Limits = Partial<Record<Cost, onRequestAsyncHookHandler>>;

function limitsByCost(server: FastifyInstance, config: Config): Limits {
  const limit = (per_minute: number): onRequestAsyncHookHandler =>
    server.rateLimit({
      timeWindow: window_ms,
      max: (request: FastifyRequest) => request.ctx.actor.api_key?.rate_limit_per_minute ?? per_minute,
    });
  return {
    read: limit(config.RATE_LIMIT_PER_MINUTE),
    write: limit(config.RATE_LIMIT_PER_MINUTE),
    create_session: limit(config.SESSION_LIMIT_PER_MINUTE),
  };
}
