import type { Size } from '../imaging/picture.ts';
import type { Point } from '../imaging/trace-outline.ts';

/** px from a place of a person, along a direction of length 1, to where the person ends; undefined where that is hidden, or farther than `most`. */
export type OutlineReach = (from: Point, way: Point, most: number) => number | undefined;

/** Reads how far a person reaches. `is_person` and `is_hidden`: 1 where the person is, and where nobody can tell. */
export function readReach({ is_person, is_hidden }: Record<'is_person' | 'is_hidden', Uint8Array>, { width, height }: Size): OutlineReach {
  return (from, way, most) => {
    for (let off = 0; off <= most; off++) {
      const [x, y] = [Math.round(from.x + way.x * off), Math.round(from.y + way.y * off)];
      if (x < 0 || y < 0 || x >= width || y >= height || is_hidden[y * width + x]) return undefined;
      if (!is_person[y * width + x]) return off;
    }
    return undefined;
  };
}
