import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

/** Builds the web app into dist/web when its sources are newer than the last build, so that `npm start` is enough. */
const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['web/**/*', 'contract/**/*.ts', 'science/**/*.ts', 'package-lock.json'];
const built_at = statSync(`${root}dist/server/render-page.js`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = Math.max(
  ...globSync(sources, { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .map((file) => statSync(root + file).mtimeMs),
);

if (newest > built_at || process.argv.includes('--force')) {
  const { build } = await import('vite');
  const shared = { root: `${root}web`, configFile: `${root}web/vite.config.ts`, logLevel: 'warn' } as const;
  await build(shared);
  await build({ root: shared.root, configFile: `${root}web/vite-worker.config.ts`, logLevel: 'warn' });
  packFiles(`${root}dist/web`);
  // What renders pages on the server, last: its age is the age of the whole build.
  await build({
    ...shared,
    build: {
      ssr: true,
      outDir: `${root}dist/server`,
      emptyOutDir: true,
      manifest: false,
      copyPublicDir: false,
      rollupOptions: { input: `${root}web/server/render-page.tsx` },
    },
    ssr: { noExternal: true },
  });
}

/** Lays a packed copy beside each file that packs well, as small as it gets: it is packed once and fetched by everybody. */
function packFiles(folder: string): void {
  for (const file of globSync('**/*.{js,css,svg}', { cwd: folder }).map((name) => `${folder}/${name}`)) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
