import type { Readable } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';

export interface BodyHeaders {
  content_encoding: string;
  content_length: number | null;
}

/** What could not be read within the bounds. */
export class BodyTooLarge extends Error {}

interface Bounds {
  max_bytes: number;
  /** `cut` keeps the first max_bytes instead of failing. */
  overflow: 'fail' | 'cut';
}

/**
 * Reads a body to its end, undoing gzip, deflate or brotli. Counts decoded bytes while they stream, so that a small
 * bomb never unfolds. Throws BodyTooLarge, or whatever the connection or the decoder throws.
 */
export async function readBody(body: Readable, { content_encoding, content_length }: BodyHeaders, bounds: Bounds): Promise<Buffer> {
  if (bounds.overflow === 'fail' && content_length !== null && content_length > bounds.max_bytes) throw new BodyTooLarge();
  const decoder = decoderFor(content_encoding);
  if (!decoder) return collect(body, bounds);
  body.once('error', (error) => decoder.destroy(error));
  body.pipe(decoder);
  try {
    return await collect(decoder, bounds);
  } finally {
    body.destroy();
  }
}

async function collect(stream: Readable, { max_bytes, overflow }: Bounds): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    pieces.push(piece);
    if (size <= max_bytes) continue;
    if (overflow === 'fail') throw new BodyTooLarge();
    break;
  }
  return Buffer.concat(pieces).subarray(0, max_bytes);
}

function decoderFor(content_encoding: string) {
  switch (content_encoding) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
    case 'deflate':
      return createUnzip();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new Error(`content-encoding ${content_encoding.slice(0, 40)} was not asked for`);
  }
}
