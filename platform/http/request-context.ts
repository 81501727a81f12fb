import type { FastifyRequest } from 'fastify';
import { nobody } from '#platform/area/actor.ts';
import type { Ctx, Ports } from '#platform/area/context.ts';
import type { Database } from '#platform/db/database.ts';

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Ctx;
  }
  interface FastifyContextConfig {
    /** Everybody may read this: who asks matters for limits only, and for what is theirs alone. */
    is_public_read?: boolean;
  }
  interface FastifyInstance {
    limits: import('./limits.ts').Limits;
  }
}

/** Makes the ctx of one request; who is asking is filled in next. Its signal fires when the client goes away before the answer. */
export function requestContext(ports: Ports, db: Database, request: FastifyRequest): Ctx {
  let controller: AbortController | undefined;
  return {
    ...ports,
    db,
    actor: nobody,
    log: request.log,
    request_id: request.id,
    // Made on first use: most requests never look at it.
    get signal() {
      if (controller) return controller.signal;
      const made = new AbortController();
      controller = made;
      request.raw.once('close', () => {
        if (!request.raw.complete || request.raw.destroyed) made.abort(new Error('the client went away'));
      });
      return made.signal;
    },
  };
}
