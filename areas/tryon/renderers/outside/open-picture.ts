import { uprightPhoto } from '#areas/garments/index.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { OutsideRefused, type DrawnOutside } from './outside-renderer.ts';

/** The longer side of what is looked at, px: models draw up to 2048. */
const side_max = 2048;
/** How far the proportions may be off: models draw in multiples of 16 or 32 px. */
const off_max = 0.06;

/** Opens a picture from outside as an upload is opened, by its bytes and not its word, and encodes it anew. Throws `bad_answer`. */
export async function openPicture({ content, frame }: DrawnOutside): Promise<{ content: Buffer; width: number; height: number }> {
  const picture = await uprightPhoto(content, side_max).catch((cause: unknown) => {
    if (cause instanceof AppError) throw new OutsideRefused('bad_answer', `sent no picture: ${cause.code}`, { cause });
    throw cause;
  });
  const off = Math.abs((picture.width * frame.height) / (picture.height * frame.width) - 1);
  if (off > off_max)
    throw new OutsideRefused('bad_answer', `sent ${picture.width} x ${picture.height} for ${frame.width} x ${frame.height}`);
  return picture;
}
