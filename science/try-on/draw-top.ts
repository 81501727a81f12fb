import { drawMesh } from '../imaging/draw-mesh.ts';
import { between } from './body-frame.ts';
import { findTopLandmarks } from './garment/find-landmarks.ts';
import { partTop } from './garment/part-top.ts';
import { hangTop } from './hang-top.ts';
import { hideBehind } from './hide-behind.ts';
import type { PersonParts } from './parse-person.ts';
import type { Drawing } from './render-look.ts';
import type { LookPart, WornGarment } from './try-on.ts';

/** Where the shortest of dresses ends, from hips to knees. */
const shortest_dress = 0.5;

/** Draws a top or a dress: its body, forearms that lie before it, its sleeves over them. undefined where nothing can be made out. */
export function drawTop({ canvas, parts, shapes }: Drawing, { picture, shape }: WornGarment): Omit<LookPart, 'garment'>[] | undefined {
  const marks = findTopLandmarks(picture);
  if (!marks) return undefined;
  const cut = partTop(picture, marks);
  const { frame, lineAt, below } = parts;
  const knees = between(frame.left.knee, frame.right.knee);
  const reach_y = shape === 'dress' ? between(frame.hips, knees, shortest_dress).y : undefined;
  const hung = hangTop(marks, frame, { lineAt, hip_half: below.hip_half, reach_y });
  drawMesh(canvas, cut.torso, hung.torso);
  if (shape === 'top' && shapes.size === 1 && isTucked(parts)) hideBehind(canvas, belowWaist(parts, canvas));
  hideBehind(canvas, parts.forearms);
  const told: Omit<LookPart, 'garment'>[] = [{ name: 'torso', confidence: Math.min(marks.left.plausibility, marks.right.plausibility) }];
  for (const [side, name] of [
    ['left', 'left_sleeve'],
    ['right', 'right_sleeve'],
  ] as const) {
    const [mesh, sleeve] = [hung[name], cut[name]];
    if (!mesh || !sleeve) continue;
    drawMesh(canvas, sleeve, mesh);
    told.push({ name, confidence: marks[side].plausibility });
  }
  return told;
}

/** Whoever wears a band above the hips has what is above tucked in, or ending there; so it is with what is put on. */
const isTucked = ({ is_waist_seen, waist_y, frame }: PersonParts): boolean => is_waist_seen && waist_y < frame.hips.y - 0.06 * frame.length;

const belowWaist = ({ waist_y }: PersonParts, { width, height }: { width: number; height: number }): Uint8Array =>
  new Uint8Array(width * height).fill(1, waist_y * width);
