import type { FileHandle } from 'node:fs/promises';
import { storageDamaged } from '../storage-errors.ts';
import type { StoredObject } from '../storage.ts';

/** Says that what stands before it is an object, and in which form. */
const mark = Buffer.from('TOILE\0\0\x01');
const checksum_bytes = 32;
export const footer_bytes: number = checksum_bytes + mark.length;

/** Makes the end of an object's file: its checksum and a mark, so that object and checksum can only come and go together. */
export const makeFooter = ({ sha256 }: StoredObject): Buffer => Buffer.concat([Buffer.from(sha256, 'hex'), mark]);

/** Reads size and checksum from a file's end. Throws `platform.storage_damaged` for a file that was cut. */
export async function readFooter(file: FileHandle): Promise<StoredObject> {
  const size_bytes = (await file.stat()).size - footer_bytes;
  const footer = Buffer.alloc(footer_bytes);
  if (size_bytes >= 0) await file.read(footer, 0, footer_bytes, size_bytes);
  if (!footer.subarray(checksum_bytes).equals(mark))
    throw storageDamaged('a file does not end as an object does: it was cut or is not ours');
  return { size_bytes, sha256: footer.subarray(0, checksum_bytes).toString('hex') };
}
