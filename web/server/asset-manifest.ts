import type { createRequestHandler } from '@tanstack/react-router/ssr/server';

/** Which files belong to which route, as the router takes it. */
type ServerManifest = Awaited<ReturnType<NonNullable<Parameters<typeof createRequestHandler>[0]['getRouterManifest']>>>;

/** An entry of Vite's own list of what it built, by source file. */
interface Built {
  file: string;
  css?: string[];
  imports?: string[];
  isEntry?: boolean;
}
export type ViteManifest = Record<string, Built>;

/** Where the browser begins, and the app that it begins with. */
const entry = 'main.tsx';
const app = 'start-app.tsx';

/**
 * Tells the router which files belong to which route, so that a page's head names its styles, and its scripts before they are
 * asked for. A route's file is named as the router names routes: `fitting.$session_id.index.tsx` is `/fitting/$session_id/`.
 * `words` is the source of the page's language: nothing can be drawn without it, so it is asked for with the entry.
 */
export function assetManifest(built: ViteManifest, words: string): ServerManifest {
  const start = built[entry];
  if (!start) throw new Error(`the built web app has no ${entry}; run: npm run build`);
  const at = (file: string): string => `/${file}`;
  const root = {
    css: stylesOf(built, entry).map(at),
    preloads: [...new Set([...filesOf(built, app), ...filesOf(built, words)])].map(at),
    scripts: [{ attrs: { type: 'module', src: at(start.file), async: true } }],
  };
  const shared = new Set(filesOf(built, app));
  const pages = Object.keys(built)
    .filter((source) => /^routes\/.*\?tsr-split=component$/.test(source))
    .map((source): [string, object] => [
      routeId(source),
      {
        css: stylesOf(built, source)
          .filter((file) => !stylesOf(built, entry).includes(file))
          .map(at),
        preloads: filesOf(built, source)
          .filter((file) => !shared.has(file))
          .map(at),
      },
    ]);
  return { routes: { __root__: root, ...Object.fromEntries(pages) } };
}

/** The route that a file holds: `routes/operator.tsx?tsr-split=component` is `/operator`. */
export function routeId(source: string): string {
  const name = source.replace(/^routes\//, '').replace(/\.tsx.*$/, '');
  return `/${name}`.replaceAll('.', '/').replace(/\/index$/, '/');
}

/** A file and all that it cannot start without. */
function filesOf(built: ViteManifest, source: string, seen = new Set<string>()): string[] {
  const found = built[source];
  if (!found || seen.has(source)) return [];
  seen.add(source);
  return [found.file, ...(found.imports ?? []).flatMap((next) => filesOf(built, next, seen))];
}

function stylesOf(built: ViteManifest, source: string, seen = new Set<string>()): string[] {
  const found = built[source];
  if (!found || seen.has(source)) return [];
  seen.add(source);
  return [...(found.css ?? []), ...(found.imports ?? []).flatMap((next) => stylesOf(built, next, seen))];
}
