import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '#platform/errors/start-error.ts';
import { canReach, type Account } from './account.ts';

/** Where our own PostgreSQL keeps its things. */
export interface Places {
  /** Holds data/, postgres.log and supervisor.pid. */
  home: string;
  data: string;
  socket_dir: string;
  log_file: string;
  supervisor_file: string;
  /** Where binaries go when the account cannot reach node_modules. */
  binaries: string;
}

/** A socket address holds 107 bytes, and PostgreSQL adds `/.s.PGSQL.5432.lock` to the folder. */
const socket_dir_bytes_max = 85;
const root_home = '/var/lib/toile';
/** In the data folder: says where the database is when it could not be kept there. */
const pointer_name = 'database-is-in';

/** Decides the places for one data folder, and makes them, owned by the account. */
export function makePlaces(data_dir: string, account: Account | undefined): Places {
  const name = createHash('sha256').update(data_dir).digest('hex').slice(0, 12);
  // Once elsewhere, always elsewhere: a folder that was opened up later must not get a second, empty database.
  const is_here = canReach(data_dir, account) && !existsSync(join(data_dir, pointer_name));
  const base = is_here ? data_dir : homeElsewhere(data_dir);
  if (!is_here) makeFolder(root_home, 0o711);
  makeFolder(base, 0o711);
  const home = makeFolder(join(base, 'postgres'), 0o700, account);
  const inside = join(home, 'socket');
  const socket_dir = Buffer.byteLength(inside) <= socket_dir_bytes_max ? inside : shortPlace(name, account);
  makeFolder(socket_dir, 0o700, account);
  return {
    home,
    data: join(home, 'data'),
    socket_dir,
    log_file: join(home, 'postgres.log'),
    supervisor_file: join(home, 'supervisor.pid'),
    binaries: join(root_home, 'binaries'),
  };
}

/**
 * The folder under /var/lib/toile that belongs to this data folder. Its name is drawn once and kept in the data folder,
 * so that a new data folder at an old path starts afresh instead of meeting a database whose master key is gone.
 */
function homeElsewhere(data_dir: string): string {
  makeFolder(data_dir, 0o711);
  const pointer = join(data_dir, pointer_name);
  const draft = `${pointer}.${process.pid}`;
  writeFileSync(draft, `${join(root_home, randomBytes(6).toString('hex'))}\n`);
  try {
    // Written whole, then put in place: of two first starts at once, one decides.
    linkSync(draft, pointer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(pointer, 'utf8').trim();
}

/**
 * A folder with a short path. As root under /var/lib, where only root can make things; else in the shared temporary folder,
 * where somebody may have put a link of that name before us.
 */
function shortPlace(name: string, account: Account | undefined): string {
  const place = join(account ? root_home : tmpdir(), `toile-${name}`);
  if (account) makeFolder(root_home, 0o711);
  if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new StartError(`${place} is a link that somebody made, so Toile will not use it. Remove it, or give DATA_DIR a shorter path.`);
  }
  return place;
}

function makeFolder(path: string, mode: number, account?: Account): string {
  try {
    mkdirSync(path, { recursive: true, mode });
    if (account) chownSync(path, account.uid, account.gid);
  } catch (cause) {
    throw new StartError(
      `Toile cannot use the folder ${path} (${(cause as Error).message}). Make it writable, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  const owner = statSync(path).uid;
  const expected = account?.uid ?? process.getuid?.() ?? owner;
  if (mode === 0o700 && owner !== expected) {
    throw new StartError(
      `The folder ${path} belongs to another user, so Toile will not put its database there. Set DATA_DIR to a folder of your own.`,
    );
  }
  return path;
}
