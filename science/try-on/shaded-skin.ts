import type { ColorPlanes } from '../imaging/color-planes.ts';
import { maskWhere } from '../imaging/mask-where.ts';
import { countColors } from './color-counts.ts';

interface ShadeSearch {
  skin: Uint8Array;
  /** 1 where what is worn shows, above or below. */
  worn: Uint8Array;
  /** Distance from the middle of the nearer arm, hands too, in its radii. */
  arm: Float32Array;
}

/** In radii: within this an arm or hand may lie; cloth that is farther than that is cloth for certain. */
const [arm_reach, cloth_from] = [1.15, 1.6];
/** Fewer pixels tell nothing about a colour. */
const enough = 200;
/** Shade between fingers is neither: it goes with skin unless cloth has its colour this many times as often. */
const rather_skin = 0.6;

/**
 * Fingers and edges of arms that lie in shade before what is worn, and were taken for it: 1 where the colour is rather that of the arms
 * than that of the cloth. O(pixels).
 */
export function findShadedSkin(planes: ColorPlanes, { skin, worn, arm }: ShadeSearch): Uint8Array {
  const bare = countColors(planes, (visit) => skin.forEach((one, i) => one && arm[i]! < arm_reach && visit(i)));
  const cloth = countColors(planes, (visit) => worn.forEach((one, i) => one && !(arm[i]! < cloth_from) && visit(i)));
  if (bare.total < enough || cloth.total < enough) return new Uint8Array(skin.length);
  return maskWhere(skin.length, (i) => {
    if (!worn[i] || !(arm[i]! < arm_reach)) return false;
    const [as_skin, as_cloth] = [bare.shareLike(i), cloth.shareLike(i)];
    return as_skin > 0 && as_skin > rather_skin * as_cloth;
  });
}
