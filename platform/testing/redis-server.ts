import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis of the test's own on the loopback, which the test may kill, freeze and bring back. */
export interface RedisServer {
  /** With a prefix of its own, as each test of a shared Redis needs. */
  url: (prefix: string) => string;
  /** SIGKILL; what was in memory is gone. */
  kill: () => Promise<void>;
  /** SIGSTOP: connections stay, nothing answers. */
  freeze: () => void;
  thaw: () => void;
  /** Starts again after `kill`, with the snapshot that `save` made, if any. */
  start: () => Promise<void>;
  save: () => Promise<void>;
  close: () => Promise<void>;
}

/** Why chaos tests are skipped on this machine, or false. */
export const no_redis: string | false = spawnSync('redis-server', ['--version']).error ? 'redis-server is not installed' : false;

/** The guard holds our pipe and kills Redis when we end, however we end. */
const guard = 'redis-server "$@" >/dev/null & p=$!; echo $p; cat >/dev/null; kill -KILL $p';

/** Starts redis-server in a temporary folder; see `no_redis`. */
export async function redisServer(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'toile-redis-'));
  const port = await freePort();
  let pid = 0;
  let guardian: ReturnType<typeof spawn> | undefined;
  const start = async (): Promise<void> => {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
    guardian = spawn('sh', ['-c', guard, 'sh', ...settings], { stdio: ['pipe', 'pipe', 'ignore'] });
    const [line] = (await once(guardian.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    pid = Number(line.toString());
    await ask((redis) => redis.ping());
  };
  const ask = async (act: (redis: Redis) => Promise<unknown>): Promise<void> => {
    const redis = new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null, retryStrategy: () => 20 });
    redis.on('error', () => undefined);
    await act(redis);
    redis.disconnect();
  };
  const kill = async (): Promise<void> => {
    if (!guardian) return;
    const ended = once(guardian, 'exit');
    guardian.stdin?.end();
    guardian = undefined;
    await ended;
  };
  await start();
  return {
    url: (prefix) => `redis://127.0.0.1:${port}/0?prefix=${prefix}`,
    kill,
    freeze: () => void process.kill(pid, 'SIGSTOP'),
    thaw: () => void process.kill(pid, 'SIGCONT'),
    start,
    save: () => ask((redis) => redis.save()),
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
