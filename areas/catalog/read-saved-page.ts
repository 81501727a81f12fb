import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodeText } from '#platform/outbound/decode-text.ts';
import { pageTooLarge } from '#platform/outbound/outbound-errors.ts';
import { notAPage } from './errors.ts';

/** As much as is read of a page at the shop. In bytes, unpacked. */
const page_max_bytes = 8 * 1024 * 1024;

/** Reads a page that somebody saved (`*.html`, `*.html.gz`), in its own encoding. Throws `catalog.page_too_large` or `catalog.not_a_page`. */
export const readSavedPage = (path: string): string => decodeText(readBytes(path), 'text/html');

function readBytes(path: string): Buffer {
  if (statSync(path).size > page_max_bytes) throw pageTooLarge(path);
  const bytes = readFileSync(path);
  if (!path.endsWith('.gz')) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: page_max_bytes });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? pageTooLarge(path) : notAPage();
  }
}
