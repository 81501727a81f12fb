import type { AnyJob, Area, Subscription } from '#platform/area/area.ts';
import { system_actor } from '#platform/area/actor.ts';
import type { Ctx, PersonalData, Ports } from '#platform/area/context.ts';
import { openCaches } from '#platform/cache/open-caches.ts';
import { system_clock, type Clock } from '#platform/clock/clock.ts';
import { publicUrl, type Config } from '#platform/config/config.ts';
import { StartError } from '#platform/errors/start-error.ts';
import { loadMasterKey } from '#platform/crypto/master-key.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openFlags } from '#platform/flags/open-flags.ts';
import { openLive } from '#platform/live/open-live.ts';
import { openMail } from '#platform/mail/open-mail.ts';
import { makeOutbound } from '#platform/outbound/make-outbound.ts';
import type { Outbound } from '#platform/outbound/outbound.ts';
import { newId } from '#platform/ids/new-id.ts';
import { openRedis } from '#platform/redis/open-redis.ts';
import type { RedisLink } from '#platform/redis/redis-link.ts';
import { startQueue, type RunningQueue } from '#platform/queue/start-queue.ts';
import { delete_doomed } from '#platform/storage/doomed-files.ts';
import { openStorage } from '#platform/storage/open-storage.ts';
import { makeLog } from '#platform/telemetry/make-log.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { makeMetrics } from '#platform/telemetry/metrics.ts';
import { makeWorkers } from '#platform/workers/make-workers.ts';
import type { Workers } from '#platform/workers/workers.ts';
import { sweep_uploads } from '#platform/uploads/sweep-uploads.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';

export interface Platform {
  ports: Ports;
  queue: RunningQueue;
  database: OpenDatabase;
  /** undefined: each process counts and remembers for itself. */
  redis: RedisLink | undefined;
  log: Log;
  subscriptions: ReadonlyMap<string, Subscription>;
  jobs: readonly AnyJob[];
  /** A ctx in which the server itself acts. */
  systemCtx: (signal?: AbortSignal) => Ctx;
  close: () => Promise<void>;
}

interface Given {
  log?: Log;
  clock?: Clock;
  outbound?: Outbound;
  workers?: Workers;
}

const platform_jobs: readonly AnyJob[] = [delete_doomed, sweep_uploads];
export const platform_migrations = { name: 'platform', migrations: new URL('../db/migrations/', import.meta.url) };

/** Opens every port, brings the database up to date and wires the areas together. Throws StartError with what to do. */
export async function openPlatform(config: Config, areas: readonly Area[], given: Given = {}): Promise<Platform> {
  const log = given.log ?? makeLog(config);
  const clock = given.clock ?? system_clock;
  const keys = loadMasterKey(config);
  const metrics = makeMetrics();
  const storage = openStorage(config);
  const mail = openMail(config, { clock, metrics });
  const flags = await openFlags(config.FLAGS_FILE, log);
  const subscriptions = collectSubscriptions(areas);
  const jobs = [...platform_jobs, ...areas.flatMap((area) => area.jobs)];
  const database = await openDatabase(config, log);
  await migrate(database.db, [platform_migrations, ...areas]);
  const user_agent = `ToileBot/${config.version} (+${publicUrl(config)})`;
  const outbound = given.outbound ?? makeOutbound({ user_agent, clock, log, db: database.db, post_allowed: config.WEBHOOK_HOSTS });
  const queue = await startQueue(database.connection, jobs, log);
  const redis = await openRedis(config.REDIS_URL, log);
  const ports: Ports = {
    config,
    clock,
    flags,
    keys,
    metrics,
    mail,
    outbound,
    live: openLive(database.connection, log),
    queue,
    workers: given.workers ?? makeWorkers(),
    storage,
    ...openCaches(redis, metrics),
    subscribers: subscribersByEvent(subscriptions),
    saved_things: new Map(areas.flatMap(({ saved_things: own }) => (own ? [[own.kind, own] as const] : []))),
    personal_data: new Map(
      areas.flatMap((area): [string, PersonalData][] => (area.personal_data ? [[area.name, area.personal_data]] : [])),
    ),
  };
  const platform: Platform = {
    ports,
    queue,
    database,
    redis,
    log,
    subscriptions,
    jobs,
    systemCtx: (signal = new AbortController().signal) => ({
      ...ports,
      db: database.db,
      actor: system_actor,
      log,
      signal,
      request_id: newId(),
      checkActor: () => Promise.resolve(system_actor),
    }),
    close: async () => {
      await queue.stop();
      await outbound.stop();
      await ports.live.stop();
      await ports.workers.stop();
      await ports.cache.stop();
      await ports.memory.stop();
      redis?.stop();
      await storage.stop();
      await database.close();
    },
  };
  await openAreas(platform, areas);
  return platform;
}

async function openAreas(platform: Platform, areas: readonly Area[]): Promise<void> {
  try {
    for (const area of areas) await area.open?.(platform.systemCtx());
  } catch (error) {
    await platform.close();
    throw (error as Error).cause instanceof StartError ? (error as Error).cause : error;
  }
}

function collectSubscriptions(areas: readonly Area[]): Map<string, Subscription> {
  const all = areas.flatMap((area) => area.subscriptions);
  const by_name = new Map(all.map((subscription) => [subscription.name, subscription]));
  if (by_name.size !== all.length) throw new Error('two subscriptions share a name');
  return by_name;
}

function subscribersByEvent(subscriptions: ReadonlyMap<string, Subscription>): Map<string, string[]> {
  const by_event = new Map<string, string[]>();
  for (const { event, name } of subscriptions.values()) by_event.set(event, [...(by_event.get(event) ?? []), name]);
  return by_event;
}
