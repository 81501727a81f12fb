import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import { model_routes } from '#contract/models.ts';
import { operation_routes as routes } from '#contract/operation.ts';
import type { Health } from '#contract/operation.ts';
import { bind, type BoundRoute } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { listActs } from '#platform/audit/record-act.ts';
import { dataDir, type Config } from '#platform/config/config.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { stopping } from '#platform/http/build-server.ts';
import { listModels, promoteModel, rollBackModel } from '#platform/models/change-model.ts';
import { pauseHost, resumeHost, tryHostNow } from '#platform/outbound/change-host.ts';
import { listHosts } from '#platform/outbound/list-hosts.ts';
import { dropFailedJob, listFailedJobs, retryFailedJob } from './failed-jobs.ts';
import { readQueueFigures } from './queue-figures.ts';

/** A check that takes longer than this counts as failed: health must answer while things are broken. */
const check_timeout_ms = 2000;

/** What a balancer and an operator's watch ask. `isStopping` turns readiness off before the doors close. */
export const healthRoutes = (isStopping: () => boolean): BoundRoute[] => [
  bind(routes.readHealth, readHealth),
  bind(routes.readHealthV1, readHealth),
  bind(routes.readReady, (ctx) => readReady(ctx, isStopping())),
];

const done = { status: 'success' } as const;

/** The platform's own routes. */
export function operationRoutes(isStopping: () => boolean): BoundRoute[] {
  return [
    ...healthRoutes(isStopping),
    bind(routes.listAudit, async (ctx, { query }) => {
      const entries = await listActs(ctx, { before: query.cursor ?? null, limit: query.limit });
      const last = entries.at(-1);
      return { entries, next_cursor: entries.length === query.limit && last ? String(last.seq) : null };
    }),
    bind(routes.listFailedJobs, listFailedJobs),
    bind(routes.retryFailedJob, (ctx, { params }) => retryFailedJob(ctx, params.id).then(() => done)),
    bind(routes.dropFailedJob, (ctx, { params }) => dropFailedJob(ctx, params.id).then(() => done)),
    bind(routes.readQueue, async (ctx) => ({ jobs: await readQueueFigures(ctx), next_cursor: null })),
    bind(routes.listHosts, async (ctx, { query: { cursor, limit } }) => {
      const hosts = await listHosts(ctx, { after: cursor ?? null, limit });
      return { hosts, next_cursor: hosts.length === limit ? hosts.at(-1)!.host : null };
    }),
    bind(routes.tryHostNow, (ctx, { params }) => tryHostNow(ctx, params.host)),
    bind(routes.pauseHost, (ctx, { params }) => pauseHost(ctx, params.host)),
    bind(routes.resumeHost, (ctx, { params }) => resumeHost(ctx, params.host)),
    bind(model_routes.listModels, async (ctx) => ({ models: await listModels(ctx), next_cursor: null })),
    bind(model_routes.promoteModel, (ctx, { params }) => promoteModel(ctx, params)),
    bind(model_routes.rollBackModel, (ctx, { params }) => rollBackModel(ctx, params.name)),
  ];
}

async function readHealth(ctx: Ctx): Promise<Health> {
  const [database, storage, cache, models] = await Promise.all([databaseState(ctx), storageState(ctx), cacheState(ctx), modelsState(ctx)]);
  // The queue lives in the database: it is away when that is.
  const checks = { database, cache, queue: database, storage, models } as const;
  const states = Object.values(checks);
  return {
    status: states.includes('unhealthy') ? 'unhealthy' : states.includes('degraded') ? 'degraded' : 'healthy',
    timestamp: ctx.clock.now().toISOString(),
    version: ctx.config.version,
    environment: ctx.config.ENVIRONMENT,
    checks,
  };
}

/** Losing the cache costs time, never data: without it Toile is slower, not broken. Its `check` looks behind the memory before it. */
async function cacheState({ cache }: Ctx): Promise<'healthy' | 'degraded'> {
  try {
    await cache.check();
    await cache.set('operation:health', 10, 'kept');
    return (await cache.get('operation:health')) === 'kept' ? 'healthy' : 'degraded';
  } catch {
    return 'degraded';
  }
}

/** Without anything learned the built-in priors answer, which is nothing to worry about. */
async function modelsState(ctx: Ctx): Promise<'healthy' | 'degraded' | 'not_trained'> {
  try {
    const known = await listModels(ctx);
    return known.some(({ promoted_version }) => promoted_version !== null) ? 'healthy' : 'not_trained';
  } catch {
    return 'degraded';
  }
}

/** Below this PostgreSQL soon stops taking writes; an operator still has time. */
const room_wanted_bytes = 512 * 1024 * 1024;

/** Where files are kept, and the disk of the data folder. */
async function storageState({ config, storage }: Ctx): Promise<'healthy' | 'degraded' | 'unhealthy'> {
  const answer = storage.check(AbortSignal.timeout(check_timeout_ms)).catch(() => 'unhealthy' as const);
  const states = await Promise.all([answer, dataFolderState(config)]);
  return (['unhealthy', 'degraded'] as const).find((state) => states.includes(state)) ?? 'healthy';
}

async function dataFolderState(config: Config): Promise<'healthy' | 'degraded' | 'unhealthy'> {
  try {
    const { bavail, bsize } = await statfs(dataDir(config));
    return bavail * bsize < room_wanted_bytes ? 'degraded' : 'healthy';
  } catch {
    // No data folder: nothing can be kept there.
    return config.DATABASE_URL ? 'healthy' : 'unhealthy';
  }
}

async function readReady(ctx: Ctx, is_stopping: boolean): Promise<{ ready: true }> {
  if (is_stopping) throw stopping();
  if ((await databaseState(ctx)) === 'healthy') return { ready: true };
  throw new AppError('platform.database_unavailable', { message: 'Toile cannot reach its database. It keeps trying.', retry_after_s: 5 });
}

async function databaseState(ctx: Ctx): Promise<'healthy' | 'unhealthy'> {
  const late = new Promise<'unhealthy'>((resolve) => setTimeout(resolve, check_timeout_ms, 'unhealthy').unref());
  const answer = sql`select 1`.execute(ctx.db).then(
    () => 'healthy' as const,
    () => 'unhealthy' as const,
  );
  return Promise.race([answer, late]);
}
