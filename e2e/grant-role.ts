import { runCommand } from './run-command.ts';
import type { TestServer } from './start-server.ts';

/** Gives a role as an operator does: by command, beside the running server. */
export async function grantRole(server: TestServer, email: string, role: 'operator' | 'boutique'): Promise<void> {
  await runCommand(server, ['grant', email, role]);
}
