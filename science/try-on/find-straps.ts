import type { ColorPlanes } from '../imaging/color-planes.ts';
import type { BodyFrame } from './body-frame.ts';
import { medianColor } from './median-color.ts';

interface StrapSearch {
  /** 1 for what is neither skin nor head, slivers too; and for what of it is broad. */
  dressed: Uint8Array;
  upper: Uint8Array;
  skin: Uint8Array;
  frame: BodyFrame;
  chin_y: number;
}

/** Colours (OKLab, stretched) this near to the garment's are its own; shade on skin is no nearer to it than to skin. */
const own_colour = 13;

/** Adds straps to what is worn above: slivers on the shoulders in the colour of the rest. Gives a new mask. */
export function withStraps(planes: ColorPlanes, search: StrapSearch): Uint8Array {
  const { width, lightness, a, b } = planes;
  const { dressed, upper, skin, frame, chin_y } = search;
  const [from, to] = [Math.max(0, Math.round(chin_y)), Math.round(frame.shoulders.y + 0.4 * frame.length)];
  const medianOf = (mask: Uint8Array, first: number, last: number): number[] | undefined => {
    const pixels: number[] = [];
    for (let i = first * width; i < Math.min(mask.length, last * width); i += 3) if (mask[i]) pixels.push(i);
    return medianColor(planes, pixels);
  };
  const [cloth, bare] = [
    medianOf(upper, to - Math.round(0.2 * frame.length), to + Math.round(0.3 * frame.length)),
    medianOf(skin, from, to),
  ];
  if (!cloth || !bare) return upper;
  const out = upper.slice();
  for (let i = from * width; i < Math.min(out.length, to * width); i++) {
    if (!dressed[i] || upper[i]) continue;
    const off = Math.hypot(lightness[i]! - cloth[0]!, a[i]! - cloth[1]!, b[i]! - cloth[2]!);
    if (off < own_colour && off < 0.6 * Math.hypot(lightness[i]! - bare[0]!, a[i]! - bare[1]!, b[i]! - bare[2]!)) out[i] = 1;
  }
  return out;
}
