import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type SizeCase, sizeCase } from './size-case.ts';

/** Reads a gzipped file of size cases, one a line. Throws an error whose message says which line is wrong, and where in it. */
export function readCases(path: string): SizeCase[] {
  const lines = readLines(path);
  if (lines.length === 0) throw new Error(`${path} holds no cases.`);
  return lines.map((line, i) => readCase(line, `Line ${i + 1} of ${path}`));
}

function readLines(path: string): string[] {
  return unpack(path)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function unpack(path: string): Buffer {
  let packed: Buffer;
  try {
    packed = readFileSync(path);
  } catch (cause) {
    throw new Error(`${path} cannot be read: is it there, and a file?`, { cause });
  }
  try {
    return gunzipSync(packed);
  } catch (cause) {
    throw new Error(`${path} is not gzip, or was cut short.`, { cause });
  }
}

function readCase(line: string, place: string): SizeCase {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Error(`${place} is not JSON.`, { cause });
  }
  const read = sizeCase.safeParse(value);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new Error(`${place} is not a size case: ${path.join('.') || 'the whole line'}: ${message}.`, { cause: read.error });
}
