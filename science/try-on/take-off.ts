import type { Canvas } from '../imaging/draw-mesh.ts';
import { fillGaps } from '../imaging/fill-gaps.ts';
import { maskWhere } from '../imaging/mask-where.ts';
import type { Picture } from '../imaging/picture.ts';
import { readPlane } from '../imaging/read-plane.ts';
import { growMask, openMask, shrinkMask } from '../imaging/reshape-mask.ts';
import { drawBareBody } from './bare-body.ts';
import { joinSkin } from './join-skin.ts';
import { castShade } from './cast-shade.ts';
import { raiseBand } from './lower-band.ts';
import type { PersonParts } from './parse-person.ts';
import type { TakenOff } from './try-on.ts';

/** The photo without what was worn, where nothing new covers it: skin where the body is, background where it is not. O(pixels). */
export function takeOff(picture: Picture, parts: PersonParts, taken: TakenOff, covering: Canvas): Picture {
  const { width, height, data } = picture;
  const count = width * height;
  const { upper, skin, head, below, frame } = parts;
  const isWorn = (i: number): boolean => (taken.upper && upper[i] === 1) || (taken.lower && below.lower[i] === 1);
  const worn = maskWhere(count, isWorn);
  const grown = growMask(worn, picture, Math.max(1, Math.round(width / 190)));
  const gone = maskWhere(count, (i) => worn[i] === 1 || (grown[i] === 1 && !upper[i] && !below.lower[i]));
  // Single pixels of the colour of skin are a print, and edges are half of something else.
  const broad = shrinkMask(openMask(skin, picture, Math.max(2, Math.round(0.02 * frame.width))), picture, 2);
  const sure = maskWhere(count, (i) => broad[i] === 1 && !head[i] && !gone[i]);
  const is_face_only = sure.reduce((sum, one) => sum + one, 0) < 400;
  const body = drawBareBody(picture, parts, { sure: is_face_only ? broad : sure, taken });
  if (body) joinSkin(picture, body, { sure, gone, unit: frame.width });
  const repainted = body && taken.upper && !taken.lower ? raiseBand(body, picture, parts, { gone, covering }) : undefined;
  const shade = castShade(covering, frame.width);
  const ground = groundOf(picture, parts, gone);
  const out = new Uint8ClampedArray(data);
  for (let i = 0; i < count; i++) {
    if (!(gone[i] || repainted?.[i]) || covering.data[i * 4 + 3]! > 0.98) continue;
    const opacity = body?.opacity[i] ?? 0;
    for (let c = 0; c < 3; c++) {
      const bare = opacity > 0 ? opacity * body!.color[i * 3 + c]! * shade(i) : 0;
      out[i * 3 + c] = bare + (1 - opacity) * (opacity < 1 ? ground(i, c) : 0);
    }
  }
  return { width, height, data: out };
}

/** What is filled smoothly needs no more than half the size. */
const coarse = 2;

/** What lies behind the person, as far as what is around tells it: a value 0..255 of a pixel and channel. */
function groundOf(picture: Picture, { upper, skin, below }: PersonParts, gone: Uint8Array): (index: number, channel: number) => number {
  const { width, height, data } = picture;
  const small = { width: Math.ceil(width / coarse), height: Math.ceil(height / coarse) };
  const person = maskWhere(gone.length, (i) => upper[i] === 1 || below.lower[i] === 1 || skin[i] === 1 || gone[i] === 1);
  const near = growMask(person, picture, Math.round(width / 100));
  const planes = [0, 1, 2].map(() => new Float32Array(small.width * small.height)) as [Float32Array, Float32Array, Float32Array];
  const known = new Float32Array(small.width * small.height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (near[i]) continue;
      const to = Math.floor(y / coarse) * small.width + Math.floor(x / coarse);
      known[to]!++;
      for (const c of [0, 1, 2] as const) planes[c][to]! += data[i * 3 + c]!;
    }
  for (const plane of planes) for (let to = 0; to < plane.length; to++) if (known[to]! > 0) plane[to]! /= known[to]!;
  for (let to = 0; to < known.length; to++) known[to] = Math.min(1, known[to]!);
  const filled = planes.map((plane) => fillGaps(plane, known, small, 1));
  return (index, channel) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return readPlane(filled[channel]!, small, (x + 0.5) / coarse - 0.5, (y + 0.5) / coarse - 0.5);
  };
}
