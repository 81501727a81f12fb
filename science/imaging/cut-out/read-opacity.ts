import { channelsOf, type Picture } from '#science/imaging/picture.ts';

/** A picture with more transparent pixels than this was cut out before it came. */
const cut_share = 0.02;

/** Parts a picture with opacity into its opaque colours on white and its opacity, when enough of it is transparent to mean something. */
export function readOpacity(picture: Picture): { opaque: Picture; opacity?: Uint8Array } {
  if (channelsOf(picture) === 3) return { opaque: picture };
  const { width, height, data } = picture;
  const opaque = new Uint8ClampedArray(width * height * 3);
  const opacity = new Uint8Array(width * height);
  let transparent = 0;
  for (let i = 0; i < opacity.length; i++) {
    const share = data[i * 4 + 3]! / 255;
    opacity[i] = data[i * 4 + 3]!;
    if (share < 0.5) transparent++;
    for (let c = 0; c < 3; c++) opaque[i * 3 + c] = data[i * 4 + c]! * share + 255 * (1 - share);
  }
  return { opaque: { width, height, data: opaque }, opacity: transparent > cut_share * opacity.length ? opacity : undefined };
}
