import type { Canvas } from '../imaging/draw-mesh.ts';
import { fillGaps } from '../imaging/fill-gaps.ts';
import type { Picture } from '../imaging/picture.ts';
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
  const worn = new Uint8Array(count);
  for (let i = 0; i < count; i++) worn[i] = (taken.upper && upper[i]!) || (taken.lower && below.lower[i]!) ? 1 : 0;
  const kept = worn.map((one, i) => (one ? 0 : upper[i]! | below.lower[i]!));
  const grown = growMask(worn, picture, Math.max(1, Math.round(width / 256)));
  const gone = grown.map((one, i) => (one && !kept[i] ? 1 : 0));
  // Single pixels of the colour of skin are a print, and edges are half of something else.
  const broad = shrinkMask(openMask(skin, picture, Math.max(2, Math.round(0.02 * frame.width))), picture, 2);
  const sure = broad.map((one, i) => (one && !head[i] && !gone[i] ? 1 : 0));
  const is_face_only = sure.reduce((sum, one) => sum + one, 0) < 400;
  const body = drawBareBody(picture, parts, { sure: is_face_only ? broad : sure, taken });
  if (body) joinSkin(picture, body, { sure, gone, unit: frame.width });
  if (body && taken.upper && !taken.lower) raiseBand(body, picture, parts);
  const shade = castShade(covering, frame.width);
  const ground = groundOf(picture, parts, gone);
  const out = new Uint8ClampedArray(data);
  for (let i = 0; i < count; i++) {
    if (!gone[i] || covering.data[i * 4 + 3]! > 0.98) continue;
    const opacity = body?.opacity[i] ?? 0;
    for (let c = 0; c < 3; c++) {
      const bare = opacity > 0 ? opacity * body!.color[i * 3 + c]! * shade(i) : 0;
      out[i * 3 + c] = bare + (1 - opacity) * ground[i * 3 + c]!;
    }
  }
  return { width, height, data: out };
}

/** What lies behind the person, as far as what is around tells it. */
function groundOf(picture: Picture, { upper, skin, below }: PersonParts, gone: Uint8Array): Float32Array {
  const { width, data } = picture;
  const person = upper.map((one, i) => one | below.lower[i]! | skin[i]!);
  const near = growMask(person, picture, Math.round(width / 100));
  const known = new Float32Array(near.length);
  for (let i = 0; i < near.length; i++) known[i] = near[i] || gone[i] ? 0 : 1;
  return fillGaps(Float32Array.from(data), known, picture, 3);
}
