import { readFileSync } from 'node:fs';
import { findCycles } from './find-cycles.ts';
import { importsOf, packageOf, resolveImport } from './imports.ts';
import { packages, refuseImport, roomOf } from './rooms.ts';

/** Path from the root to text. */
export type Sources = ReadonlyMap<string, string>;

export interface Violation {
  file: string;
  problem: string;
}

const lines_max = 400;
/** process.env in all its spellings, and what loads into it. */
const environment_forms = [
  /\bprocess\s*(?:\.\s*env\b|\[\s*['"]env['"])/,
  /\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/,
  /import\s*\{[^}]*\benv\b[^}]*\}\s*from\s*['"](?:node:)?process['"]/,
  /\bloadEnvFile\b/,
];
const nameless = /(^|\/)(utils?|common|misc|helpers?|manager)(\.tsx?$|\/)/;

export const readSources = (files: readonly string[]): Sources => new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** Finds every broken rule: imports against the table, cycles, process.env outside config, files too long or without a name of their own. */
export function findViolations(sources: Sources): Violation[] {
  const graph = new Map<string, string[]>();
  const found: Violation[] = [];
  for (const [file, text] of sources) {
    const written = importsOf(text);
    const local = written.flatMap((name) => resolveImport(file, name) ?? []);
    graph.set(
      file,
      local.filter((target) => sources.has(target)),
    );
    found.push(...checkImports(file, local), ...checkPackages(file, written), ...checkText(file, text));
  }
  for (const cycle of findCycles(graph))
    found.push({ file: cycle[0] ?? '', problem: `imports go in a circle: ${[...cycle, cycle[0]].join(' -> ')}` });
  return found;
}

const checkImports = (file: string, targets: readonly string[]): Violation[] =>
  targets.flatMap((target) => {
    const problem = refuseImport(file, target);
    return problem ? [{ file, problem: `${problem} (${target})` }] : [];
  });

function checkPackages(file: string, written: readonly string[]): Violation[] {
  const may = packages[roomOf(file)];
  if (!may || /\.test\.tsx?$/.test(file)) return [];
  const names = written.flatMap((name) => packageOf(name) ?? (name.startsWith('node:') ? [name] : []));
  return names.filter((name) => !may(name)).map((name) => ({ file, problem: `${roomOf(file)} may not use ${name}` }));
}

function checkText(file: string, text: string): Violation[] {
  const found: Violation[] = [];
  const lines = text.split('\n').length - 1;
  const is_generated = /\.gen\.tsx?$/.test(file);
  if (lines > lines_max && !is_generated) found.push({ file, problem: `${lines} lines; at most ${lines_max}, split it by idea` });
  if (nameless.test(file)) found.push({ file, problem: 'its name does not tell what it is for' });
  const reads_environment = environment_forms.some((form) => form.test(text));
  if (reads_environment && !file.startsWith('platform/config/') && !file.startsWith('scripts/architecture/')) {
    found.push({ file, problem: 'process.env is read in platform/config only' });
  }
  return found;
}
