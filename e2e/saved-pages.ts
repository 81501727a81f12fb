import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Reads the shop pages of one shop that somebody saved to a folder, as `name.html` or `name.html.gz`. */
export function savedPages(folder: string | undefined, shop: string): { file: string; html: () => string }[] {
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((file) => file.startsWith(shop) && /\.html(\.gz)?$/.test(file))
    .sort()
    .map((file) => ({ file, html: () => readPage(join(folder, file)) }));
}

function readPage(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
