import { drawMesh } from '../imaging/draw-mesh.ts';
import { findLowerLandmarks } from './garment/find-lower-landmarks.ts';
import { hangLegs, hangSkirt } from './hang-lower.ts';
import { hideBehind } from './hide-behind.ts';
import { surest } from './surest.ts';
import type { Drawing } from './drawing.ts';
import type { LookPart, WornGarment } from './try-on.ts';

/** Draws trousers, shorts or a skirt, under what is worn above and behind hands. undefined where nothing can be made out. */
export function drawLower({ canvas, parts, shapes }: Drawing, { picture, shape }: WornGarment): Omit<LookPart, 'garment'>[] | undefined {
  const kind = shape === 'skirt' ? 'skirt' : shape === 'shorts' ? 'shorts' : 'trousers';
  const marks = findLowerLandmarks(picture, kind);
  if (!marks) return undefined;
  const hips = { half: parts.below.hip_half, waist_y: parts.is_waist_seen ? parts.waist_y : undefined };
  const confidence = surest[kind === 'skirt' ? 'skirt' : 'leg'] * marks.plausibility;
  const told: Omit<LookPart, 'garment'>[] = [];
  if (kind === 'skirt') {
    drawMesh(canvas, picture, hangSkirt(marks, parts.frame, hips));
    told.push({ name: 'skirt', confidence });
  } else {
    const hung = hangLegs(marks, parts.frame, hips);
    drawMesh(canvas, picture, hung.left_leg);
    drawMesh(canvas, picture, hung.right_leg);
    told.push({ name: 'left_leg', confidence }, { name: 'right_leg', confidence });
  }
  hideBehind(canvas, parts.forearms);
  // What stays on above hangs over the band, or ends at it, as it did.
  if (!shapes.has('top')) hideBehind(canvas, parts.upper);
  return told;
}
