import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#platform/ids/new-id.ts';

const algorithm = 'aes-256-ctr';
const block_bytes = 16;

/**
 * A file for work in hand that can be read at any place. It has no name, so that it is gone with its process, and its key is
 * in memory alone, so that what is left on the disk says nothing. Close it.
 */
export class ScratchFile {
  readonly #file: FileHandle;
  readonly #key = randomBytes(32);
  #size_bytes = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Fills a new one from a source; a source that fails leaves nothing. */
  static async fill(folder: string, source: AsyncIterable<Uint8Array>): Promise<ScratchFile> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, newId());
    const file = await open(path, 'wx+', 0o600);
    const scratch = new ScratchFile(file);
    try {
      await rm(path);
      await scratch.#take(source);
      return scratch;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get size_bytes(): number {
    return this.#size_bytes;
  }

  async #take(source: AsyncIterable<Uint8Array>): Promise<void> {
    const cipher = createCipheriv(algorithm, this.#key, Buffer.alloc(block_bytes));
    for await (const bytes of source) {
      const sealed = cipher.update(bytes);
      for (let at = 0; at < sealed.length;) {
        const { bytesWritten } = await this.#file.write(sealed, at, sealed.length - at, this.#size_bytes + at);
        at += bytesWritten;
      }
      this.#size_bytes += sealed.length;
    }
  }

  /** Reads a range, which must lie inside the file. */
  async read(position: number, length: number): Promise<Buffer> {
    const block = Math.floor(position / block_bytes);
    const counter = Buffer.alloc(block_bytes);
    counter.writeBigUInt64BE(BigInt(block), block_bytes / 2);
    const decipher = createDecipheriv(algorithm, this.#key, counter);
    // A counter stands for a whole block: what lies before the range in it is thrown away.
    decipher.update(Buffer.alloc(position % block_bytes));
    const sealed = Buffer.alloc(length);
    for (let at = 0; at < length;) {
      const { bytesRead } = await this.#file.read(sealed, at, length - at, position + at);
      if (bytesRead === 0) throw new RangeError(`nothing lies at ${position + at}`);
      at += bytesRead;
    }
    return decipher.update(sealed);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
