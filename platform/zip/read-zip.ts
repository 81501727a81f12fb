import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { ScratchFile } from './scratch-file.ts';

/** Why a zip is not read: none at all, broken, locked, or larger unpacked than it may be. */
export type ZipFault = 'not_a_zip' | 'damaged' | 'encrypted' | 'too_much';

export class UnreadableZip extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.name = 'UnreadableZip';
    this.fault = fault;
  }
}

export interface ZipLimits {
  entries_max: number;
  /** Of all entries together, unpacked. */
  bytes_max: number;
}

export interface ReadableZip {
  /** Names of files, as they stand in the zip; folders are left out. */
  paths: readonly string[];
  /** Reads one file, unpacked and checked. Throws `UnreadableZip`, also when it is larger than `bytes_max`. */
  read: (path: string, bytes_max: number) => Promise<Buffer>;
}

/** Names and remarks of all entries together: 10 000 names of ours take a megabyte. */
const directory_bytes_max = 16 * 1024 * 1024;
const first_bytes = Buffer.from('PK\x03\x04', 'latin1');
const piece_bytes = 256 * 1024;

/**
 * Opens a zip that anybody may have written: nothing is unpacked but what `read` asks for, one file at a time in memory. Names
 * that lead out of it, names that stand twice, entries that lie over one another, locked ones and more than the limits allow
 * are refused before anything is read. Throws `UnreadableZip`.
 */
export async function readZip(file: ScratchFile, limits: ZipLimits): Promise<ReadableZip> {
  const zip = await openZip(file);
  const entries = await told('damaged', () => listEntries(zip, limits));
  return {
    paths: [...entries.keys()],
    read: (path, bytes_max) => told('damaged', () => readEntry(zip, { entry: entries.get(path), bytes_max })),
  };
}

/** What begins as a zip and has no end was cut off on its way. */
async function openZip(file: ScratchFile): Promise<ZipFile> {
  const begins = file.size_bytes >= 4 && (await file.read(0, 4)).equals(first_bytes);
  return told(begins ? 'damaged' : 'not_a_zip', () =>
    fromRandomAccessReaderPromise(new ScratchReader(file), file.size_bytes, {
      autoClose: false,
      decodeStrings: true,
      strictFileNames: true,
      validateEntrySizes: true,
    }),
  );
}

class ScratchReader extends RandomAccessReader {
  readonly #file: ScratchFile;
  constructor(file: ScratchFile) {
    super();
    this.#file = file;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.#file, start, end), { objectMode: false });
  }
}

async function* pieces(file: ScratchFile, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += piece_bytes) yield await file.read(at, Math.min(piece_bytes, end - at));
}

async function listEntries(zip: ZipFile, { entries_max, bytes_max }: ZipLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > entries_max) throw new UnreadableZip('too_much', `${zip.entryCount} entries`);
  const found = new Map<string, Entry>();
  let [unpacked, packed, directory] = [0, 0, 0];
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    packed += entry.compressedSize;
    directory += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (unpacked > bytes_max || directory > directory_bytes_max) throw new UnreadableZip('too_much', `${unpacked} bytes, unpacked`);
    // What lies over one another unpacks to many times its size.
    if (packed > zip.fileSize) throw new UnreadableZip('too_much', 'entries share their bytes');
    if (entry.isEncrypted()) throw new UnreadableZip('encrypted', entry.fileName);
    if (found.has(entry.fileName)) throw new UnreadableZip('damaged', `${entry.fileName} stands twice`);
    if (!entry.fileName.endsWith('/')) found.set(entry.fileName, entry);
  }
  return found;
}

async function readEntry(zip: ZipFile, { entry, bytes_max }: { entry: Entry | undefined; bytes_max: number }): Promise<Buffer> {
  if (!entry) throw new UnreadableZip('damaged', 'there is no such file in it');
  if (entry.uncompressedSize > bytes_max) throw new UnreadableZip('too_much', `${entry.fileName} has ${entry.uncompressedSize} bytes`);
  if (!entry.canDecodeFileData()) throw new UnreadableZip('damaged', `${entry.fileName} is packed in a way that nobody here knows`);
  const content = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(content) !== entry.crc32) throw new UnreadableZip('damaged', `${entry.fileName} is not what was packed`);
  return content;
}

/** What the reader complains of is the zip's fault; a disk that fails is not. */
async function told<T>(fault: ZipFault, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableZip || (error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw new UnreadableZip(fault, (error as Error).message, error);
  }
}
