import type { Picture } from '#science/imaging/picture.ts';
import { findFrontNeckline, rowAt } from './front-neckline.ts';
import type { TopLandmarks } from './find-landmarks.ts';

/** Takes away what a cut-out shows of the inside of its back, with the label: a neck is before it. The same picture where nothing of it shows. */
export function dropBack(garment: Picture, marks: TopLandmarks): Picture {
  const neckline = findFrontNeckline(garment, marks);
  if (!neckline) return garment;
  const data = new Uint8ClampedArray(garment.data);
  const { from, to } = neckline;
  for (let x = Math.max(0, Math.ceil(from.x)); x <= Math.min(garment.width - 1, to.x); x++) {
    const edge = rowAt(neckline, (x - from.x) / (to.x - from.x));
    for (let y = 0; y < Math.min(garment.height, edge + 1); y++)
      data[(y * garment.width + x) * 4 + 3]! *= Math.max(0, Math.min(1, y - edge + 0.5));
  }
  return { ...garment, data };
}
