import sharp from 'sharp';
import type { Picture } from '#science/imaging/picture.ts';

/** What needs no thought: one colour, the mean of the garment's cloth, where it is worn. */
export function flatLook(photo: Picture, garment: Picture, worn: Uint8Array): Picture {
  const mean = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < garment.width * garment.height; i++) {
    if (garment.data[i * 4 + 3]! < 200) continue;
    count++;
    for (let c = 0; c < 3; c++) mean[c]! += garment.data[i * 4 + c]!;
  }
  const data = new Uint8ClampedArray(photo.data);
  for (let i = 0; i < worn.length; i++) if (worn[i]) for (let c = 0; c < 3; c++) data[i * 3 + c] = mean[c]! / Math.max(1, count);
  return { ...photo, data };
}

/** What needs no thought either: the garment's picture stretched over the box in which it is worn. */
export async function stretchedLook(photo: Picture, garment: Picture, worn: Uint8Array): Promise<Picture> {
  const [own, target] = [boxOf(garment, (i) => garment.data[i * 4 + 3]! > 127), boxOf(photo, (i) => worn[i] === 1)];
  const stretched = await sharp(garment.data, { raw: { width: garment.width, height: garment.height, channels: 4 } })
    .extract(own)
    .resize(target.width, target.height, { fit: 'fill' })
    .raw()
    .toBuffer();
  const data = new Uint8ClampedArray(photo.data);
  for (let y = 0; y < target.height; y++)
    for (let x = 0; x < target.width; x++) {
      const from = (y * target.width + x) * 4;
      const to = ((y + target.top) * photo.width + x + target.left) * 3;
      const opacity = stretched[from + 3]! / 255;
      for (let c = 0; c < 3; c++) data[to + c] = stretched[from + c]! * opacity + data[to + c]! * (1 - opacity);
    }
  return { ...photo, data };
}

function boxOf({ width, height }: Picture, is: (index: number) => boolean): { left: number; top: number; width: number; height: number } {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!is(i)) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), y];
    }
  return { left, top, width: Math.max(1, right - left + 1), height: Math.max(1, bottom - top + 1) };
}
