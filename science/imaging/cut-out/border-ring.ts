import type { Size } from '#science/imaging/picture.ts';

/** How deep the ring along the frame is, as a share of the shorter side: deep enough for texture, shallow enough to miss the thing. */
const depth_share = 0.06;

/** Gives 1 within the ring along the frame and 0 inside it: [height x width]. */
export function borderRing({ width, height }: Size, share = depth_share): Float32Array {
  const depth = Math.max(1, Math.round(Math.min(width, height) * share));
  return Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return Math.min(x, y, width - 1 - x, height - 1 - y) < depth ? 1 : 0;
  });
}
