import sharp from 'sharp';
import { AppError } from '#platform/errors/app-error.ts';
import { photoProblem } from '../errors.ts';
import type { CutOut, CutOutMask, PhotoToCut } from './cut-out.ts';

/** Networks on a CPU take some seconds; one that takes longer than this is stuck. */
const answer_max_ms = 30_000;
/** A PNG of 3000 x 3000 pixels, full of noise. */
const answer_max_bytes = 48 * 1024 * 1024;

/**
 * Has a service cut the garment out, as rembg's server does: the photo is posted as the form field `file`, and a picture with
 * transparency comes back. Only its transparency is taken; the colours stay those of the photo. Meant for a service of one's
 * own network, since it sees the photos.
 */
export function httpCutOut(url: string, { longest_ms = answer_max_ms }: { longest_ms?: number } = {}): CutOut {
  return async (_ctx, photo, signal) => {
    const picture = await post(url, photo, AbortSignal.any([signal, AbortSignal.timeout(longest_ms)])).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw cause instanceof AppError ? cause : unavailable('does not answer', cause);
    });
    return readMask(picture, photo);
  };
}

async function post(url: string, { content }: PhotoToCut, signal: AbortSignal): Promise<Buffer> {
  const body = new FormData();
  body.append('file', new Blob([Uint8Array.from(content)], { type: 'image/jpeg' }), 'photo.jpg');
  const answer = await fetch(url, { method: 'POST', body, signal, redirect: 'error' });
  if (!answer.ok) {
    await answer.body?.cancel();
    throw unavailable(`answered ${answer.status}`);
  }
  return readBounded(answer);
}

async function readBounded(answer: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size_bytes = 0;
  for await (const piece of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size_bytes += piece.byteLength;
    if (size_bytes > answer_max_bytes) throw unavailable('sends without end');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What comes back is believed only as far as it can be: a picture of the same size, in which something is see-through and something is not. */
async function readMask(picture: Buffer, { width, height }: PhotoToCut): Promise<CutOutMask> {
  const { data, info } = await sharp(picture, { limitInputPixels: width * height })
    .ensureAlpha()
    .extractChannel('alpha')
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw unavailable('sent no picture, or another', cause);
    });
  if (info.width !== width || info.height !== height || info.channels !== 1) throw unavailable(`sent ${info.width} x ${info.height}`);
  return { alpha: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), doubts: [] };
}

const unavailable = (what: string, cause?: unknown): AppError =>
  photoProblem('garments.cut_out_unavailable', `the cut-out service ${what}`, cause);
