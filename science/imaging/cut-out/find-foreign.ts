import { fitColorMixture, logDensity } from '#science/imaging/color-mixture.ts';
import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { maskWhere } from '#science/imaging/mask-where.ts';

/** A colour is foreign when it is less likely than all but this share of the sample's own. */
const odd_share = 0.02;
/** Gaussians for the sample's colours. */
const color_count = 5;

/** Tells where colours are that a sample of the picture (1: in it) has not: [height x width], 1 is foreign. The sample must not be empty. */
export function findForeign(sample: Uint8Array, planes: ColorPlanes): Uint8Array {
  const density = logDensity(planes, fitColorMixture(planes, Float32Array.from(sample), { count: color_count }));
  const own = density.filter((_, i) => sample[i] === 1).toSorted();
  const threshold = own[Math.floor(odd_share * own.length)]!;
  return maskWhere(density.length, (i) => density[i]! < threshold);
}
