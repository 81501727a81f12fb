import { createHash } from 'node:crypto';
import { storageDamaged, storageUnavailable } from './storage-errors.ts';
import type { StoredObject } from './storage.ts';

/** Gives on what comes and fails unless it is all of it and right; the last piece is held back until that is known. */
export async function* wholeContent(
  pieces: AsyncIterable<Uint8Array>,
  { size_bytes, sha256 }: StoredObject,
  key: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let [seen_bytes, held]: [number, Uint8Array | undefined] = [0, undefined];
  for await (const piece of pieces) {
    if (held) yield held;
    held = piece;
    seen_bytes += piece.byteLength;
    hash.update(piece);
  }
  if (seen_bytes < size_bytes) throw storageUnavailable(`${key}: ${seen_bytes} of ${size_bytes} bytes came`);
  if (seen_bytes > size_bytes || hash.digest('hex') !== sha256) throw storageDamaged(`${key}: its checksum is wrong`);
  if (held) yield held;
}

/** Counts and hashes what passes through it. */
export function measured(content: Uint8Array | AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let size_bytes = 0;
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      size_bytes += piece.byteLength;
      hash.update(piece);
      yield piece;
    }
  }
  return { pieces: pass(), result: (): StoredObject => ({ size_bytes, sha256: hash.digest('hex') }) };
}
