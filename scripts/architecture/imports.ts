import { dirname, join, normalize } from 'node:path';

/** Import and export … from, import(), and import('…') types; comments and strings in code do not look like these. */
const forms = [
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]/g,
  /(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
];

/** Lists what a source file imports, as written. */
export const importsOf = (text: string): string[] => forms.flatMap((form) => [...text.matchAll(form)].map((match) => match[1] ?? ''));

/** Turns `#areas/fit/index.ts` or `./x.ts` into a path from the root; undefined for packages and node's own modules. */
export function resolveImport(from: string, written: string): string | undefined {
  if (written.startsWith('#')) return written.slice(1);
  if (written.startsWith('.')) return normalize(join(dirname(from), written));
  return undefined;
}

/** The package that a bare import names, or undefined for node's own modules. */
export function packageOf(written: string): string | undefined {
  if (/^(#|\.|node:)/.test(written)) return undefined;
  const [scope = '', name = ''] = written.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
