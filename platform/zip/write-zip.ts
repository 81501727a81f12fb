import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipPart {
  path: string;
  content: Buffer;
  /** True for pictures: packing them again costs time and wins nothing. */
  is_packed_already?: boolean;
}

/**
 * Writes parts into a zip as they come: the next is asked for when the one before has gone out, so that one is in memory at a
 * time. The stream fails where a part fails, and asks for no more when its reader has left.
 */
export function writeZip(parts: AsyncIterable<ZipPart>, mtime: Date): Readable {
  const zip = new ZipFile();
  // What yazl gives is a PassThrough; its type says less.
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  void pump(zip, { parts, mtime, output }).catch((error: unknown) => output.destroy(error as Error));
  return output;
}

async function pump(
  zip: ZipFile,
  { parts, mtime, output }: { parts: AsyncIterable<ZipPart>; mtime: Date; output: Readable },
): Promise<void> {
  const has_left = new Promise<void>((left) => output.once('close', left));
  for await (const { path, content, is_packed_already } of parts) {
    if (output.destroyed) return;
    const stream = givenOnce(content);
    const has_gone = new Promise<void>((gone) => stream.once('end', gone));
    zip.addReadStream(stream, path, { mtime, size: content.length, compress: !is_packed_already });
    await Promise.race([has_gone, has_left]);
  }
  zip.end();
}

/** The zip keeps every entry's stream until its end, so a stream must not keep what it gave. */
function givenOnce(content: Buffer): Readable {
  let left: Buffer | null = content;
  return new Readable({
    read() {
      const given = left;
      left = null;
      this.push(given);
    },
  });
}
