import type { Size } from '../imaging/picture.ts';
import type { Point } from '../imaging/trace-outline.ts';

/** px from a place of a person, along a direction of length 1, to where the person ends; undefined where that is hidden, or farther than `most`. */
export type OutlineReach = (from: Point, way: Point, most: number) => number | undefined;

/** How far a person reaches, and how far where skin shows at that edge: what is put on covers it. */
export interface PersonReach {
  any: OutlineReach;
  bare: OutlineReach;
}

/** Share of the outer half of the way that is skin where an arm is bare: its very edge lies in shade. */
const bare_from = 0.6;

/** Reads how far a person reaches. `skin`: 1 where it shows. */
export function readPersonReach({ skin, ...masks }: Record<'is_person' | 'is_hidden' | 'skin', Uint8Array>, size: Size): PersonReach {
  const any = readReach(masks, size);
  const bare: OutlineReach = (from, way, most) => {
    const off = any(from, way, most);
    if (off === undefined) return undefined;
    let bare_px = 0;
    for (let at = Math.ceil(off / 2); at < off; at++)
      bare_px += skin[Math.round(from.y + way.y * at) * size.width + Math.round(from.x + way.x * at)]!;
    return bare_px > (bare_from * off) / 2 ? off : undefined;
  };
  return { any, bare };
}

/** Reads how far a person reaches. `is_person` and `is_hidden`: 1 where the person is, and where nobody can tell. */
function readReach({ is_person, is_hidden }: Record<'is_person' | 'is_hidden', Uint8Array>, { width, height }: Size): OutlineReach {
  return (from, way, most) => {
    for (let off = 0; off <= most; off++) {
      const [x, y] = [Math.round(from.x + way.x * off), Math.round(from.y + way.y * off)];
      if (x < 0 || y < 0 || x >= width || y >= height || is_hidden[y * width + x]) return undefined;
      if (!is_person[y * width + x]) return off;
    }
    return undefined;
  };
}
