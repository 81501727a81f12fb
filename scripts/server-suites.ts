import { dirname, join } from 'node:path';
import { importsOf, resolveImport } from './architecture/imports.ts';

/** Text of a source file, or undefined where there is none. */
type Read = (file: string) => string | undefined;

/** What tells a test of a server. Whoever never reads one of these does the same with and without servers. */
const server_settings = /\bTEST_(?:DATABASE|REDIS|S3)_URL\b/;
/** A program or thread that a test starts is named by its address, and gets its environment. */
const addresses = /new URL\(\s*['"]([^'"]+\.tsx?)['"]/g;

/**
 * Tells which test files may behave differently on servers (PostgreSQL, Redis, S3): those that themselves, or by anything
 * they import or start, name a setting that tells of one. O(files + imports).
 */
export function serverSuites(tests: readonly string[], read: Read): string[] {
  const reached = new Map<string, readonly string[]>();
  const reaches = (file: string, seen: Set<string>): boolean => {
    if (seen.has(file)) return false;
    seen.add(file);
    const text = read(file);
    if (text === undefined) return false;
    if (server_settings.test(text)) return true;
    if (!reached.has(file)) reached.set(file, leadsTo(file, text));
    return reached.get(file)!.some((next) => reaches(next, seen));
  };
  return tests.filter((file) => reaches(file, new Set()));
}

function leadsTo(file: string, text: string): string[] {
  const started = [...text.matchAll(addresses)].map((match) => join(dirname(file), match[1] ?? ''));
  return [...importsOf(text).flatMap((name) => resolveImport(file, name) ?? []), ...started];
}
