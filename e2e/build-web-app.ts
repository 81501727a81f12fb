import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../scripts/build-web.ts', import.meta.url));

/** Builds the pages that the journeys walk through, when their sources are newer; once, before the first journey. */
export default function buildWebApp(): void {
  const { status } = spawnSync(process.execPath, [program], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The web app does not build; what was wrong stands above.');
}
