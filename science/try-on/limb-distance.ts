import type { Size } from '../imaging/picture.ts';
import type { Point } from '../imaging/trace-outline.ts';

/** A limb: bones with how thick it is at each joint, px. */
export interface Limb {
  joints: readonly Point[];
  radii: readonly number[];
}

/**
 * How far each pixel lies from the middle of a limb, in radii: below 1 is inside. [height x width]; Infinity farther than `reach`
 * radii away. O(px near the limb).
 */
export function limbDistance({ joints, radii }: Limb, { width, height }: Size, reach = 1.5): Float32Array {
  const out = new Float32Array(width * height).fill(Infinity);
  for (let bone = 1; bone < joints.length; bone++) {
    const [from, to] = [joints[bone - 1]!, joints[bone]!];
    const [from_radius, to_radius] = [radii[bone - 1]!, radii[bone]!];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length2 = dx * dx + dy * dy || 1;
    const around = reach * Math.max(from_radius, to_radius);
    const [left, right] = [
      Math.max(0, Math.floor(Math.min(from.x, to.x) - around)),
      Math.min(width - 1, Math.ceil(Math.max(from.x, to.x) + around)),
    ];
    const [top, bottom] = [
      Math.max(0, Math.floor(Math.min(from.y, to.y) - around)),
      Math.min(height - 1, Math.ceil(Math.max(from.y, to.y) + around)),
    ];
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        const share = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length2));
        const off = Math.hypot(x - from.x - dx * share, y - from.y - dy * share) / (from_radius + (to_radius - from_radius) * share);
        const i = y * width + x;
        if (off <= reach && off < out[i]!) out[i] = off;
      }
  }
  return out;
}
