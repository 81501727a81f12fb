import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEnvironment } from '#platform/config/load-config.ts';

export interface ServerProcess {
  url: string;
  pid: number;
  child: ChildProcess;
  /** From the start of the process until it was ready. */
  ready_s: number;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const start_timeout_ms = 180_000;

/** Takes a port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a program of the house and waits until `ready_path` answers 200. What it says on stderr is shown when it does not come up. */
export async function startProcess(file: string, settings: Record<string, string>, ready_path: string): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [file], {
    cwd: root,
    env: { ...readEnvironment(), DEMO: 'false', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const url = `http://127.0.0.1:${settings['PORT']}`;
  while (!(await isReady(url + ready_path))) {
    if (child.exitCode !== null || performance.now() - started > start_timeout_ms) {
      child.kill('SIGKILL');
      throw new Error(`${file} did not start: ${said}`);
    }
    await sleep(10);
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { url, child, pid: child.pid ?? 0, ready_s: (performance.now() - started) / 1000, stop };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );

/** Memory of a process in MB, as the system counts it. */
export function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kb) / 1024);
}
