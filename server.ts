import { parseArgs } from 'node:util';
import { areas } from '#areas.ts';
import { ConfigError, loadConfig } from '#platform/config/load-config.ts';
import { dataDir, publicUrl } from '#platform/config/config.ts';
import { StartError } from '#platform/errors/start-error.ts';
import { runServer, type Role, type RunningServer } from '#platform/start/run-server.ts';

const roles: readonly string[] = ['api', 'worker', 'both'];
/** Connections that do not end by themselves are cut after this, so that a restart never hangs. */
const stop_timeout_ms = 15_000;

try {
  const { values } = parseArgs({ options: { role: { type: 'string', default: 'both' } } });
  if (!roles.includes(values.role)) throw new StartError(`--role is api, worker or both, not ${values.role}.`);
  const config = loadConfig();
  const running = await runServer(config, areas, values.role as Role);
  stopOnSignal(running);
  process.stdout.write(
    greeting(publicUrl({ ...config, PORT: Number(new URL(running.address).port) }), dataDir(config), running.platform.database.place),
  );
} catch (error) {
  const is_explained = error instanceof StartError || error instanceof ConfigError;
  process.stderr.write(`${is_explained ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
}

function greeting(url: string, data_dir: string, database: string): string {
  return `
  Toile is open at ${url}

  Try it: open it, paste a J.Crew product link (or the page's source), and see your size.
  The API is described at ${url}/docs
  Your data is kept in ${data_dir}${database.startsWith(data_dir) ? '' : `, the database in ${database}`}

`;
}

function stopOnSignal(running: RunningServer): void {
  let is_stopping = false;
  const stop = (): void => {
    if (is_stopping) return;
    is_stopping = true;
    setTimeout(() => process.exit(1), stop_timeout_ms).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
