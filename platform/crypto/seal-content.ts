import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { DataKey } from './data-keys.ts';
import { cutPieces } from './cut-pieces.ts';

/** Says that what follows is sealed, and in which form. */
const mark = Buffer.from('TOILES\0\x01');
const id_bytes = 16;
const salt_bytes = 16;
export const header_bytes: number = mark.length + id_bytes + salt_bytes;
/** So much is held in memory, and proven genuine, at a time. */
export const piece_bytes: number = 64 * 1024;
export const tag_bytes = 16;
const nonce_bytes = 12;

/** What is sealed is not what was sealed at this place, with this key, to its end. */
export class SealBroken extends Error {}

/**
 * Encrypts content piece by piece, so that a file of any length takes little memory. Every file has a key of its own
 * (HKDF-SHA256 of the owner's key, a random salt, and `place`, so that no file passes for another); each piece of 64 KiB is
 * AES-256-GCM with its number and "is last" as nonce, so that pieces cannot be left out, swapped or cut off.
 * Source: STREAM, Hoang et al. 2015, https://eprint.iacr.org/2015/189 (section 4.2), in the layout of age's payload.
 * 40 bytes longer than what went in, and 16 more for each piece.
 */
export async function* sealContent(key: DataKey, place: string, content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const salt = randomBytes(salt_bytes);
  const file_key = fileKey(key, salt, place);
  yield Buffer.concat([mark, Buffer.from(key.id.replaceAll('-', ''), 'hex'), salt]);
  for await (const { piece, number, is_last } of cutPieces(content, piece_bytes)) {
    const cipher = createCipheriv('aes-256-gcm', file_key, nonceOf(number, is_last));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Decrypts what `sealContent` made for the same place; nothing is given on before it is proven genuine. Throws SealBroken. */
export async function* openContent(
  findKey: (id: string) => Promise<DataKey | undefined>,
  place: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let file_key: Buffer | undefined;
  for await (const { piece, number, is_last } of cutPieces(sealed, piece_bytes + tag_bytes, header_bytes)) {
    if (file_key === undefined) file_key = await readHeader(findKey, place, piece);
    else yield openPiece(file_key, piece, nonceOf(number - 1, is_last));
    if (is_last && number === 0) throw new SealBroken('nothing but a header');
  }
}

async function readHeader(findKey: (id: string) => Promise<DataKey | undefined>, place: string, header: Buffer): Promise<Buffer> {
  if (header.length !== header_bytes || !header.subarray(0, mark.length).equals(mark)) throw new SealBroken('not a sealed file');
  const hex = header.subarray(mark.length, mark.length + id_bytes).toString('hex');
  const key = await findKey(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  if (!key) throw new SealBroken('its key was destroyed');
  return fileKey(key, header.subarray(mark.length + id_bytes), place);
}

function openPiece(file_key: Buffer, piece: Buffer, nonce: Buffer): Buffer {
  if (piece.length < tag_bytes) throw new SealBroken('a piece was cut');
  const decipher = createDecipheriv('aes-256-gcm', file_key, nonce).setAuthTag(piece.subarray(-tag_bytes));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, -tag_bytes)), decipher.final()]);
  } catch (cause) {
    throw new SealBroken('a piece is not genuine', { cause });
  }
}

const fileKey = ({ secret }: DataKey, salt: Buffer, place: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, `toile.file:${place}`, 32));

/** The key is used for one file only, so that counting from nought is safe. */
function nonceOf(number: number, is_last: boolean): Buffer {
  const nonce = Buffer.alloc(nonce_bytes);
  nonce.writeUInt32BE(number, nonce_bytes - 5);
  nonce[nonce_bytes - 1] = is_last ? 1 : 0;
  return nonce;
}
