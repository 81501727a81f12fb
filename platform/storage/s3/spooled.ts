import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredObject } from '../storage.ts';
import { measured } from '../whole-content.ts';

interface Spooled {
  object: StoredObject;
  /** The content from its beginning, as often as it is asked for. */
  open: () => Uint8Array | AsyncIterable<Uint8Array>;
}

/**
 * Lets `act` send content whose length and checksum are known, again if need be. Bytes are sent from memory; a stream
 * is first written to a file, which has no name any more once it is open, so that even a killed process leaves nothing.
 */
export async function spooled<T>(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  { spool_folder, signal }: { spool_folder: string; signal: AbortSignal },
  act: (spooled: Spooled) => Promise<T>,
): Promise<T> {
  if (content instanceof Uint8Array) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return act({ object: { size_bytes: content.byteLength, sha256 }, open: () => content });
  }
  await mkdir(spool_folder, { recursive: true, mode: 0o700 });
  const path = join(spool_folder, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    const { pieces, result } = measured(content);
    for await (const piece of pieces) {
      signal.throwIfAborted();
      await file.writeFile(piece);
    }
    return await act({ object: result(), open: () => fromStart(file) });
  } finally {
    await file.close();
  }
}

const piece_bytes = 256 * 1024;

/** By position, because a read stream that is given up closes the file under the next try. */
async function* fromStart(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(piece_bytes), 0, piece_bytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
