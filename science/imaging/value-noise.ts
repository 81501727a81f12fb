import { seededRandom } from '#science/numerics/seeded-random.ts';

/** Cells after which the noise repeats, a power of two. */
const period = 256;

/**
 * Makes smooth noise over the plane: a random value in [0, 1) at each whole point, blended in between with the
 * cubic 3t² - 2t³, so the slope is continuous. Repeats after 256 each way. Deterministic for a seed.
 * Source: Ebert et al., "Texturing and Modeling" (3rd ed., 2003), ch. 2, lattice value noise.
 */
export function valueNoise(seed: number): (x: number, y: number) => number {
  const draw = seededRandom(seed);
  const values = Float32Array.from({ length: period * period }, draw);
  const mask = period - 1;
  return (x, y) => {
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const fx = x - x0;
    const fy = y - y0;
    const sx = fx * fx * (3 - 2 * fx);
    const sy = fy * fy * (3 - 2 * fy);
    const row = (y0 & mask) * period;
    const next = ((y0 + 1) & mask) * period;
    const left = x0 & mask;
    const right = (x0 + 1) & mask;
    const a = values[row + left]!;
    const b = values[next + left]!;
    const above = a + (values[row + right]! - a) * sx;
    const below = b + (values[next + right]! - b) * sx;
    return above + (below - above) * sy;
  };
}
