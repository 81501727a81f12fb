import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import { startServer } from './start-server.ts';

/** One of each for this checkout, outside of it: the database's own account cannot pass through root's home. */
const root = join(
  tmpdir(),
  `toile-houses-${createHash('sha256')
    .update(import.meta.url)
    .digest('hex')
    .slice(0, 12)}`,
);
const houseOf = (has_demo: boolean): string => join(root, has_demo ? 'demo' : 'empty');

/**
 * Starts each kind of house once and keeps its data: a new cluster takes seconds and the demo's pictures half a minute of
 * processor time, which a journey beside them would feel. Returns what takes the houses away again.
 */
export async function furnishHouses(): Promise<() => void> {
  const takeAway = () => rmSync(root, { recursive: true, force: true });
  takeAway();
  mkdirSync(root);
  chmodSync(root, 0o711);
  for (const has_demo of [false, true]) {
    const server = await startServer();
    if (has_demo) await runCommand(server, ['seed', '--demo']);
    await server.stop((folder) => copy(join(folder, 'data'), houseOf(has_demo)));
  }
  return takeAway;
}

/** Puts the data of a house, with or without the demo, where a server is about to start; without houses it begins with none. */
export function furnish(folder: string, has_demo: boolean): void {
  if (existsSync(houseOf(has_demo))) copy(houseOf(has_demo), join(folder, 'data'));
}

/** With owners and rights, which Node's own copy drops and the database insists on. */
const copy = (from: string, to: string): void => void execFileSync('cp', ['-a', from, to]);
