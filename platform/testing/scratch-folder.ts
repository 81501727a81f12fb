import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readEnvironment } from '#platform/config/load-config.ts';

const in_memory = '/dev/shm';
/** What a run of all tests or journeys keeps at once, several times over; containers often have 64 MB here. */
const room_min_bytes = 2 * 1024 ** 3;

/**
 * Tells where to keep what does not outlive the run: in memory where there is room, because a disk spends longer on making
 * and removing a database's five hundred files than the tests do on using them. `TMPDIR` decides where it is set.
 */
export function scratchFolder(): string {
  if (readEnvironment().TMPDIR || !existsSync(in_memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(in_memory);
  return bavail * bsize >= room_min_bytes ? in_memory : tmpdir();
}
