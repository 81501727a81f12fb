import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import type { Area } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { dead_letter } from '#platform/queue/queue.ts';

/** Counting rows costs the database; Prometheus usually asks every 15 s. */
const measure_every_ms = 15_000;

/** Serves /metrics for Prometheus. A database that is away leaves the old counts standing. */
export function addMetricsPage(server: FastifyInstance, ctx: Ctx, areas: readonly Area[]): void {
  let measured_at = 0;
  server.get('/metrics', async (_request, reply) => {
    if (Date.now() - measured_at > measure_every_ms) {
      measured_at = Date.now();
      await measureAll(ctx, areas).catch((error: unknown) => ctx.log.warn({ err: error }, 'counts for /metrics cannot be read'));
    }
    return reply.type(ctx.metrics.registry.contentType).send(await ctx.metrics.registry.metrics());
  });
}

async function measureAll(ctx: Ctx, areas: readonly Area[]): Promise<void> {
  for (const area of areas) await area.measure?.(ctx);
  const { rows } = await sql<{ oldest_s: number | null }>`
    select greatest(0, extract(epoch from now() - least(
      (select min(next_attempt_at) from platform_deliveries where delivered_at is null),
      (select min(start_after) from pgboss.job where state in ('created', 'retry') and name <> ${dead_letter})
    )))::float8 as oldest_s
  `.execute(ctx.db);
  ctx.metrics.queue_oldest_age_seconds.set(rows[0]?.oldest_s ?? 0);
}
