import type { Size } from '#science/imaging/picture.ts';
import type { CoarseMask } from '../network/look-both-ways.ts';

/** Gives the network's coarse mask at the size of a photo, 0..255, linearly between its points. */
export function spreadMask(mask: CoarseMask, { width, height }: Size): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const down = Math.max(0, Math.min(mask.height - 1, ((y + 0.5) * mask.height) / height - 0.5));
    const above = Math.floor(down) * mask.width;
    const below = Math.min(mask.height - 1, Math.floor(down) + 1) * mask.width;
    for (let x = 0; x < width; x++) {
      const across = Math.max(0, Math.min(mask.width - 1, ((x + 0.5) * mask.width) / width - 0.5));
      const [left, right] = [Math.floor(across), Math.min(mask.width - 1, Math.floor(across) + 1)];
      const part = across - left;
      const top = mask.data[above + left]! * (1 - part) + mask.data[above + right]! * part;
      const bottom = mask.data[below + left]! * (1 - part) + mask.data[below + right]! * part;
      out[y * width + x] = Math.round(255 * (top + (bottom - top) * (down - Math.floor(down))));
    }
  }
  return out;
}
