import { blankCanvas, type Canvas, drawMesh } from '../imaging/draw-mesh.ts';
import { fillGaps } from '../imaging/fill-gaps.ts';
import type { Picture } from '../imaging/picture.ts';
import { growMask } from '../imaging/reshape-mask.ts';
import { findTopLandmarks } from './garment/find-landmarks.ts';
import { partTop } from './garment/part-top.ts';
import { hangTop } from './hang-top.ts';
import { parsePerson, type PersonParts } from './parse-person.ts';
import type { DressedPerson, Look, LookPart, WornGarment } from './try-on.ts';

/**
 * Dresses a person in what was cut out of other pictures, from the skin outwards. Deterministic. A garment in which nothing can be made out is not drawn: its
 * one part has a confidence of 0, and nothing is taken off for it.
 */
export function renderLook(person: DressedPerson, garments: readonly WornGarment[]): Look {
  const parts = parsePerson(person);
  const canvas = blankCanvas(person.picture);
  const told: LookPart[] = [];
  for (const [index, garment] of garments.entries()) drawTop(canvas, garment, { parts, index, told });
  const is_any_drawn = told.some(({ confidence }) => confidence > 0);
  const cleared = is_any_drawn ? clearUpper(person.picture, parts, canvas) : person.picture;
  return compose(person, cleared, { canvas, parts, told });
}

function drawTop(
  canvas: Canvas,
  garment: WornGarment,
  { parts, index, told }: { parts: PersonParts; index: number; told: LookPart[] },
): void {
  const marks = findTopLandmarks(garment.picture);
  if (!marks) return void told.push({ garment: index, name: 'torso', confidence: 0 });
  const cut = partTop(garment.picture, marks);
  const hung = hangTop(marks, parts.frame, parts.lineAt);
  drawMesh(canvas, cut.torso, hung.torso);
  told.push({ garment: index, name: 'torso', confidence: Math.min(marks.left.plausibility, marks.right.plausibility) });
  for (const [side, name] of [
    ['left', 'left_sleeve'],
    ['right', 'right_sleeve'],
  ] as const) {
    const [mesh, sleeve] = [hung[name], cut[name]];
    if (!mesh || !sleeve) continue;
    drawMesh(canvas, sleeve, mesh);
    told.push({ garment: index, name, confidence: marks[side].plausibility });
  }
}

/** The photo without what was worn on the upper body: skin where the body is, background where it is not. */
function clearUpper(picture: Picture, { upper, skin, left_arm, right_arm, frame }: PersonParts, garment: Canvas): Picture {
  const { width, height, data } = picture;
  const count = width * height;
  const values = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) for (let c = 0; c < 3; c++) values[i * 3 + c] = data[i * 3 + c]!;
  const gone = growMask(upper, picture, Math.max(1, Math.round(width / 256)));
  const person = new Uint8Array(count);
  for (let i = 0; i < count; i++) person[i] = upper[i]! | skin[i]!;
  const near = growMask(person, picture, Math.round(width / 100));
  const of_skin = fillGaps(values, Float32Array.from(skin), picture, 3);
  const of_ground = fillGaps(
    values,
    Float32Array.from({ length: count }, (_, i) => (near[i] || gone[i] ? 0 : 1)),
    picture,
    3,
  );
  const out = new Uint8ClampedArray(data);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!gone[i] || garment.data[i * 4 + 3]! > 0.98) continue;
      const arm = Math.min(left_arm[i]!, right_arm[i]!);
      const on_torso = isOnTorso(x, y, frame);
      const is_body = arm < 1 || on_torso;
      const round = arm < 1 ? 1 - 0.22 * arm * arm : 1;
      for (let c = 0; c < 3; c++) out[i * 3 + c] = is_body ? of_skin[i * 3 + c]! * round : of_ground[i * 3 + c]!;
    }
  return { width, height, data: out };
}

function isOnTorso(x: number, y: number, { shoulders, hips, width, length }: PersonParts['frame']): boolean {
  const low = (y - shoulders.y) / (length || 1);
  if (low < -0.35 || low > 1.1) return false;
  const middle = shoulders.x + (hips.x - shoulders.x) * Math.max(0, low);
  const half = low < 0 ? 0.2 + (low + 0.35) * 0.8 : 0.5 - 0.08 * Math.sin(Math.PI * Math.min(1, low));
  return Math.abs(x - middle) < half * width;
}

function compose(
  person: DressedPerson,
  cleared: Picture,
  { canvas, parts, told }: { canvas: Canvas; parts: PersonParts; told: LookPart[] },
): Look {
  const { width, height } = person.picture;
  const preview = new Uint8ClampedArray(cleared.data);
  const garment = new Uint8ClampedArray(width * height * 4);
  const shading = new Float32Array(width * height).fill(1);
  for (let i = 0; i < width * height; i++) {
    const opacity = parts.head[i] ? 0 : Math.min(1, canvas.data[i * 4 + 3]!);
    if (opacity <= 0) continue;
    for (let c = 0; c < 3; c++) {
      const color = canvas.data[i * 4 + c]! / canvas.data[i * 4 + 3]!;
      garment[i * 4 + c] = color;
      preview[i * 3 + c] = color * opacity + (1 - opacity) * cleared.data[i * 3 + c]!;
    }
    garment[i * 4 + 3] = opacity * 255;
  }
  const confidence = told.length === 0 ? 0 : Math.min(...told.map((part) => part.confidence));
  return {
    preview: { width, height, data: preview },
    person: cleared,
    garment: { width, height, data: garment },
    shading,
    confidence,
    parts: told,
  };
}
