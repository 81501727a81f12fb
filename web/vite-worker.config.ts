import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const web = `${here}/../dist/web`;
/** Alphabets other than ours are fetched when a page needs them; so are the pages of makers and operators. */
const left_out = /-(vietnamese|latin-ext|cyrillic|greek)[\w-]*\.woff2$|^(operator|design)[.-]/;
const shell = readdirSync(`${web}/assets`)
  .filter((file) => !left_out.test(file))
  .map((file) => `/assets/${file}`);
const version = createHash('sha256')
  .update(readFileSync(`${web}/.vite/manifest.json`))
  .digest('hex')
  .slice(0, 12);

/** Builds what runs beside the pages, after them: it names their files. */
export default defineConfig({
  root: here,
  publicDir: false,
  define: { TOILE_SHELL: JSON.stringify(shell), TOILE_VERSION: JSON.stringify(version) },
  build: {
    outDir: web,
    emptyOutDir: false,
    rollupOptions: { input: `${here}/offline/service-worker.ts`, output: { format: 'iife', entryFileNames: 'service-worker.js' } },
  },
});
