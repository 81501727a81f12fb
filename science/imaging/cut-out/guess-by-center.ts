import type { Size } from '#science/imaging/picture.ts';

/** Guesses that the thing lies in the middle: 1 there, falling as a Gaussian to about .1 at the frame. [height x width], 0..1. */
export function guessByCenter({ width, height }: Size): Float32Array {
  return Float32Array.from({ length: width * height }, (_, i) => {
    const x = (((i % width) + 0.5) / width) * 2 - 1;
    const y = ((Math.floor(i / width) + 0.5) / height) * 2 - 1;
    // Nearly flat inside and steep near the frame: people fill the picture with what they photograph.
    return Math.exp(-1.6 * (x ** 4 + y ** 4)) * 0.8;
  });
}
