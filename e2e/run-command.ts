import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestServer } from './start-server.ts';

const program = fileURLToPath(new URL('../cli.ts', import.meta.url));

/** Runs a command of `toile` as an operator does on the server's own machine, beside the running server; gives what it says. */
export async function runCommand({ folder, settings }: TestServer, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { cwd: folder, env: settings });
  return stdout;
}
