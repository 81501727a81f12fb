import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../server.ts', import.meta.url));

/**
 * All that the server is told: nothing of the developer's environment reaches it. Every journey comes from one
 * address, so the limits for one address are out of the way; they have their own tests.
 */
const settings = {
  ENVIRONMENT: 'test',
  HOST: '127.0.0.1',
  PORT: '0',
  DATA_DIR: './data',
  LOG_LEVEL: 'warn',
  RATE_LIMIT_PER_MINUTE: '1000000',
  LOG_IN_LIMIT_PER_MINUTE: '1000',
  SESSION_LIMIT_PER_MINUTE: '100000',
};

export interface TestServer {
  url: string;
  /** Where it works and what it was told, for a command beside it. */
  folder: string;
  settings: Record<string, string>;
  /** Returns when the server, its database and their folder are gone; what it leaves can be looked at before that. */
  stop: (lookAt?: (folder: string) => void) => Promise<void>;
}

/** Starts Toile on a free port, with a database of its own, in a temporary folder that `prepare` may fill. */
export async function startServer(
  more_settings: Record<string, string> = {},
  prepare: (folder: string) => void = () => undefined,
): Promise<TestServer> {
  const told = { ...settings, ...more_settings };
  const folder = mkdtempSync(join(tmpdir(), 'toile-e2e-'));
  // As root the database's own account must be able to pass through.
  chmodSync(folder, 0o711);
  prepare(folder);
  // The folder is its working folder too, so that the developer's .env is not read.
  const server = spawn(process.execPath, [program], { cwd: folder, env: told, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  const stop = async (lookAt?: (folder: string) => void): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    lookAt?.(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = await readAddress(server);
  if (url !== undefined) return { url, folder, settings: told, stop };
  await stop();
  throw new Error('Toile ended before it was open; what it said stands above.');
}

/** Waits for the greeting. At this log level what comes after it is trouble, so it is passed on. */
async function readAddress({ stdout }: ChildProcess): Promise<string | undefined> {
  if (!stdout) return undefined;
  const lines = createInterface({ input: stdout });
  return new Promise((resolve) => {
    lines.on('close', () => resolve(undefined));
    lines.on('line', (line) => {
      const url = /Toile is open at (\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
      if (line.startsWith('{')) process.stderr.write(`${line}\n`);
    });
  });
}
