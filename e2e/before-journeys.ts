import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { furnishHouses } from './furnished-house.ts';

const program = fileURLToPath(new URL('../scripts/build-web.ts', import.meta.url));

/** Once, before the first journey: builds the pages, when their sources are newer, and the houses that the journeys' servers begin with. */
export default async function beforeJourneys(): Promise<() => void> {
  const { status } = spawnSync(process.execPath, [program], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The web app does not build; what was wrong stands above.');
  return furnishHouses();
}
