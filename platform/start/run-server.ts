import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Area } from '#platform/area/area.ts';
import { dataDir, type Config } from '#platform/config/config.ts';
import { StartError } from '#platform/errors/start-error.ts';
import { runCourier } from '#platform/events/courier.ts';
import { addApiDocs } from '#platform/http/api-docs.ts';
import { buildServer } from '#platform/http/build-server.ts';
import { addWebApp } from '#platform/http/web-app.ts';
import { addMetricsPage } from '#platform/operation/metrics-page.ts';
import { healthRoutes, operationRoutes } from '#platform/operation/routes.ts';
import { addUploadRoutes } from '#platform/uploads/add-upload-routes.ts';
import { openPlatform, type Platform } from './open-platform.ts';
import { holdServerLock } from './server-lock.ts';

export type Role = 'api' | 'worker' | 'both';

export interface RunningServer {
  /** Where it listens; a worker answers health and metrics only. */
  address: string;
  platform: Platform;
  stop: () => Promise<void>;
}

const folder = (name: string): string => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
const built_app = { web: folder('web'), server: folder('server') };

/** Starts everything that a role needs and returns when requests are answered. */
export async function runServer(config: Config, areas: readonly Area[], role: Role): Promise<RunningServer> {
  const platform = await openPlatform(config, areas);
  const { database } = platform;
  let unlock = (): void => undefined;
  try {
    if (database.is_own) unlock = await holdServerLock(database.pool, dataDir(config));
    const stopping = new AbortController();
    const server = await (role === 'worker' ? assembleWorker : assembleServer)(platform, areas, () => stopping.signal.aborted);
    const address = await listen(server, config);
    const courier = role === 'api' ? Promise.resolve() : startWork(platform, stopping.signal);
    const stop = async () => {
      stopping.abort();
      await server.close();
      await courier;
      unlock();
      await platform.close();
    };
    return { address, platform, stop };
  } catch (error) {
    unlock();
    await platform.close();
    throw error;
  }
}

/** Builds the HTTP server of one process, pages and documents included. */
export async function assembleServer(platform: Platform, areas: readonly Area[], isStopping: () => boolean): Promise<FastifyInstance> {
  const { ports, database, redis, log } = platform;
  const server = await buildServer({ ports, db: database.db, log, areas, own_routes: operationRoutes(isStopping), redis });
  addUploadRoutes(server);
  addMetricsPage(server, platform.systemCtx(), areas);
  await addApiDocs(server, ports.config);
  await addWebApp(server, built_app, ports);
  return server;
}

/** A worker is asked how it is, and nothing else. */
async function assembleWorker(
  { ports, database, log, systemCtx }: Platform,
  areas: readonly Area[],
  isStopping: () => boolean,
): Promise<FastifyInstance> {
  const silent = areas.map((area) => ({ ...area, routes: [] }));
  const server = await buildServer({ ports, db: database.db, log, areas: silent, own_routes: healthRoutes(isStopping) });
  addMetricsPage(server, systemCtx(), areas);
  return server;
}

async function listen(server: FastifyInstance, config: Config): Promise<string> {
  try {
    return await server.listen({ host: config.HOST, port: config.PORT });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${config.PORT} is taken. Stop what uses it, or start with PORT=3001 npm start.`, { cause: error });
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EINVAL') {
      throw new StartError(`This machine has no address ${config.HOST}. Set HOST to 127.0.0.1, or to 0.0.0.0 for every address.`, {
        cause: error,
      });
    }
    if (code === 'EACCES')
      throw new StartError(`Port ${config.PORT} needs more rights. Choose one above 1023 with PORT=….`, { cause: error });
    throw error;
  }
}

async function startWork(platform: Platform, signal: AbortSignal): Promise<void> {
  await platform.queue.work(platform.jobs, platform.systemCtx(signal));
  return runCourier(platform.systemCtx(signal), platform.subscriptions);
}
