import { channelsOf, type Picture } from '../picture.ts';
import { shrinkPicture } from '../shrink-picture.ts';

/** A picture with the mask of its cloth, [height x width] 0..255. */
export interface Cloth {
  picture: Picture;
  alpha: Uint8Array;
}

/**
 * Cuts a picture to the box around its cloth and shrinks it until the square root of the cloth's area is at most `scale` px and
 * neither side of the box more than `side` px. Nothing without cloth.
 */
export function cropToCloth(picture: Picture, alpha: Uint8Array, { scale, side }: { scale: number; side: number }): Cloth | undefined {
  const { width } = picture;
  let [left, right, top, bottom, area] = [Infinity, -1, Infinity, -1, 0];
  for (let i = 0; i < alpha.length; i++) {
    if (alpha[i]! <= 127) continue;
    area++;
    const [x, y] = [i % width, Math.floor(i / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (area === 0) return undefined;
  const box = { left, top, width: right - left + 1, height: bottom - top + 1 };
  const factor = Math.min(1, scale / Math.sqrt(area), side / Math.max(box.width, box.height));
  const size = { width: Math.max(1, Math.round(box.width * factor)), height: Math.max(1, Math.round(box.height * factor)) };
  // Opacity travels as the fourth channel, so that both are cut and shrunk alike.
  const small = shrinkPicture(withAlpha(picture, alpha, box), size);
  return { picture: small, alpha: Uint8Array.from({ length: size.width * size.height }, (_, i) => small.data[i * 4 + 3]!) };
}

function withAlpha(picture: Picture, alpha: Uint8Array, box: { left: number; top: number; width: number; height: number }): Picture {
  const channels = channelsOf(picture);
  const data = new Uint8ClampedArray(box.width * box.height * 4);
  for (let y = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++) {
      const from = (y + box.top) * picture.width + x + box.left;
      const to = (y * box.width + x) * 4;
      for (let c = 0; c < 3; c++) data[to + c] = picture.data[from * channels + c]!;
      data[to + 3] = alpha[from]!;
    }
  return { width: box.width, height: box.height, data };
}
