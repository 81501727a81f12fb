import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestServer } from './start-server.ts';

const program = fileURLToPath(new URL('../cli.ts', import.meta.url));

/** Gives a role as an operator does on the server's own machine: by command, beside the running server. */
export async function grantRole({ folder, settings }: TestServer, email: string, role: 'operator' | 'boutique'): Promise<void> {
  await promisify(execFile)(process.execPath, [program, 'grant', email, role], { cwd: folder, env: settings });
}
