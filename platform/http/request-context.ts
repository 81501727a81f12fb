import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '#contract/error-codes.ts';
import { nobody, type Actor } from '#platform/area/actor.ts';
import type { Ctx, Ports } from '#platform/area/context.ts';
import type { Database } from '#platform/db/database.ts';

/**
 * How much a route needs to know of who is asking. `light`: everybody may read this, so a token's signature is enough to
 * say whose limit counts. `optional`: a token that has ended counts as none (signing in must work with it).
 * `full`: the session is looked up, and a token that has ended is refused. Files and health checks ask nobody.
 */
export type Identity = 'light' | 'optional' | 'full';

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Ctx;
    /** True when a token was shown that has ended or is not ours; refused after it was counted. */
    has_dead_token: boolean;
  }
  interface FastifyContextConfig {
    identity?: Identity;
    /** Every error code that the route's contract names. */
    answers?: ReadonlySet<ErrorCode>;
  }
  interface FastifyInstance {
    limits: import('./limits.ts').Limits;
    /** Proves that a call was made by this process itself. */
    inside_key: string;
  }
}

const never = new AbortController().signal;

/** Makes the ctx of one request; who is asking is filled in next. Its signal fires when the client goes away before the answer. */
export function requestContext(ports: Ports, db: Database, request: FastifyRequest, reply: FastifyReply): Ctx {
  // Reads that everybody makes answer at once: nothing of theirs needs to be cut short.
  const is_brief = request.routeOptions.config.identity !== 'full';
  return {
    ...ports,
    db,
    actor: nobody,
    log: is_brief ? request.log : request.log.child({ request_id: request.id }),
    request_id: request.id,
    signal: is_brief ? never : leavingSignal(reply),
    checkActor: notYet,
  };
}

function leavingSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  // The response's own close: the request closes as soon as its body is read.
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) controller.abort(new Error('the client went away'));
  });
  return controller.signal;
}

const notYet = (): Promise<Actor> => Promise.reject(new Error('nobody was asked who this is'));
