import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#platform/errors/start-error.ts';
import type { Account } from './account.ts';
import type { Places } from './places.ts';

/** The rows of a failed statement are people's; they stay out of the log. */
const quiet_log = ['-c', 'log_error_verbosity=terse', '-c', 'log_min_error_statement=panic', '-c', 'log_parameter_max_length_on_error=0'];

const log_bytes_max = 5 * 1024 * 1024;

/**
 * Keeps PostgreSQL a child that cannot outlive us: the shell holds our pipe, and when the pipe closes,
 * even because we were killed with -9, PostgreSQL is asked for a fast shutdown. Exits when PostgreSQL does.
 */
const wrapper = `
exec 3<&0
"$@" 3<&- </dev/null &
p=$!
( cat <&3 >/dev/null; kill -INT $p ) &
c=$!
wait $p
s=$?
kill $c 2>/dev/null
exit $s
`;

/** Makes the database cluster once; a run that was cut off leaves nothing that looks finished. */
export function initialiseCluster(binaries: string, places: Places, account: Account | undefined): void {
  if (existsSync(join(places.data, 'PG_VERSION'))) return checkVersion(places);
  const fresh = `${places.data}-${process.pid}`;
  const run = spawnSync(
    join(binaries, 'bin/initdb'),
    ['-D', fresh, '-U', 'toile', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--no-instructions'],
    { ...account, env: {}, cwd: places.home, encoding: 'utf8' },
  );
  if (run.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw startFailure(`${run.stderr ?? ''}${run.error?.message ?? ''}`, places);
  }
  try {
    renameSync(fresh, places.data);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(places.data, 'PG_VERSION'))) throw error;
  }
}

/** Starts PostgreSQL under the wrapper; it may still be recovering when this returns. */
export function spawnPostgres(binaries: string, places: Places, account: Account | undefined, extra: readonly string[]): ChildProcess {
  if ((statSync(places.log_file, { throwIfNoEntry: false })?.size ?? 0) > log_bytes_max) truncateSync(places.log_file);
  const log = openSync(places.log_file, 'a', 0o600);
  if (account) chownSync(places.log_file, account.uid, account.gid);
  const program = [
    join(binaries, 'bin/postgres'),
    '-D',
    places.data,
    '-k',
    places.socket_dir,
    '-c',
    'listen_addresses=',
    ...quiet_log,
    ...extra,
  ];
  const child = spawn('/bin/sh', ['-c', wrapper, 'sh', ...program], {
    ...account,
    env: {},
    cwd: places.home,
    // Its own group: Ctrl-C in a terminal must reach us first, so that requests can finish.
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined); // the wrapper may end before us; its exit event tells
  writeFileSync(places.supervisor_file, String(process.pid));
  return child;
}

/** The process that supervises the running PostgreSQL, if it is alive. */
export function livingSupervisor(places: Places): number | undefined {
  try {
    const pid = Number(readFileSync(places.supervisor_file, 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? Number.NaN : undefined;
  }
}

/** Explains why PostgreSQL did not come up, from the end of what it said. */
export function startFailure(said: string, places: Places): StartError {
  const last = said.trim().split('\n').slice(-3).join(' ');
  if (/No space left on device/i.test(said) || isNearlyFull(places.home))
    return new StartError(
      `The disk is full, so the database cannot start. Free some space under ${places.home}, then start again; nothing was lost.`,
    );
  if (/Permission denied/i.test(said))
    return new StartError(
      `The database may not read its folder ${places.home} (${last}). Give the folder back to the user who runs Toile.`,
    );
  return new StartError(`The database did not start: ${last || 'it gave no reason'}. Its log is ${places.log_file}.`);
}

/** PostgreSQL's own first files take about 40 MB; initdb that runs out of room may abort without saying why. */
const room_needed_bytes = 48 * 1024 * 1024;

function isNearlyFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < room_needed_bytes;
}

export function tailOfLog(places: Places): string {
  return existsSync(places.log_file) ? readFileSync(places.log_file, 'utf8').slice(-4000) : '';
}

function checkVersion(places: Places): void {
  const version = readFileSync(join(places.data, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') {
    throw new StartError(
      `The database in ${places.data} was made by PostgreSQL ${version}, and this Toile brings 18. See docs/runbook/database.md for moving it over.`,
    );
  }
}
