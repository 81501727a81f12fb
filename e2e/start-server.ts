import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Starts Toile as `npm start` does, in a folder that goes away with it. Its working folder is that folder too,
 * so neither the data nor the .env of the developer is touched.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const built = spawnSync(process.execPath, [join(root, 'scripts/build-web.ts')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const folder = mkdtempSync(join(tmpdir(), 'toile-e2e-'));
// As root the database's own account must be able to pass through.
chmodSync(folder, 0o711);

const server = spawn(process.execPath, [join(root, 'server.ts')], { cwd: folder, stdio: 'inherit' });
// Playwright signals the whole group: the server stops by itself, and this process stays to clean up after it.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
const [code] = (await once(server, 'exit')) as [number | null];
rmSync(folder, { recursive: true, force: true });
process.exitCode = code ?? 1;
