import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestServer } from './start-server.ts';

const program = fileURLToPath(new URL('../platform/testing/keep-models-program.ts', import.meta.url));

/** Keeps five versions of the size model, as trainings would, beside the running server; the second is in use. */
export async function keepModels({ folder, settings }: TestServer): Promise<void> {
  await promisify(execFile)(process.execPath, [program], { cwd: folder, env: settings });
}
