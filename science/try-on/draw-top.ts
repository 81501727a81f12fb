import { drawMesh } from '../imaging/draw-mesh.ts';
import { between, type BodyFrame, distance } from './body-frame.ts';
import { dropBack } from './garment/drop-back.ts';
import { findTopLandmarks, type TopLandmarks } from './garment/find-landmarks.ts';
import { partTop } from './garment/part-top.ts';
import { bandOf } from './lower-band.ts';
import { hangTop } from './hang-top.ts';
import { hideBehind } from './hide-behind.ts';
import { surest } from './surest.ts';
import type { PersonParts } from './parse-person.ts';
import type { Drawing } from './drawing.ts';
import type { GarmentShape, LookPart, WornGarment } from './try-on.ts';

/** Where the shortest of dresses ends, from hips to knees. */
const shortest_dress = 0.5;
/** A top that is longer than this, in its own widths, is not cropped: it reaches the hips. */
const uncropped = 1.12;
/** One that is shorter than this shows a belly; between the two it meets the band. */
const cropped = 0.75;

/** Row that a hem reaches at least. */
function reachOf({ hem_y, left, right }: TopLandmarks, shape: GarmentShape, parts: PersonParts): number | undefined {
  const { hips, left: left_body, right: right_body, length }: BodyFrame = parts.frame;
  if (shape === 'dress') return between(hips, between(left_body.knee, right_body.knee), shortest_dress).y;
  const long = hem_y - (left.neck.y + right.neck.y) / 2;
  const wide = distance(left.armpit, right.armpit);
  if (long > uncropped * wide) return hips.y + 0.03 * length;
  return long > cropped * wide ? bandOf(parts) + 0.03 * length : undefined;
}

/** Draws a top or a dress: its body, forearms that lie before it, its sleeves over them. undefined where nothing can be made out. */
export function drawTop({ canvas, parts, shapes }: Drawing, { picture, shape }: WornGarment): Omit<LookPart, 'garment'>[] | undefined {
  const marks = findTopLandmarks(picture);
  if (!marks) return undefined;
  const cut = partTop(dropBack(picture, marks), marks);
  const { frame, lineAt, below, arm_half, reach } = parts;
  const hung = hangTop(marks, frame, {
    lineAt,
    hip_half: below.hip_half,
    waist_half: below.waist_half,
    arm_half,
    reach,
    reach_y: reachOf(marks, shape, parts),
    near_y: parts.is_waist_seen && shape === 'top' && shapes.size === 1 ? parts.waist_y : undefined,
  });
  drawMesh(canvas, cut.torso, hung.torso);
  if (shape === 'top' && shapes.size === 1 && isTucked(parts)) hideBehind(canvas, belowBand(parts, canvas));
  hideBehind(canvas, parts.forearms);
  const told: Omit<LookPart, 'garment'>[] = [
    { name: 'torso', confidence: surest.torso * Math.min(marks.left.plausibility, marks.right.plausibility) },
  ];
  for (const [side, name] of [
    ['left', 'left_sleeve'],
    ['right', 'right_sleeve'],
  ] as const) {
    const [mesh, sleeve] = [hung[name], cut[name]];
    if (!mesh || !sleeve) continue;
    drawMesh(canvas, sleeve, mesh);
    told.push({ name, confidence: surest.sleeve * marks[side].plausibility });
  }
  return told;
}

/** Whoever wears a band above the hips has what is above tucked in, or ending there; so it is with what is put on. */
const isTucked = ({ is_waist_seen, waist_y, frame }: PersonParts): boolean => is_waist_seen && waist_y < frame.hips.y - 0.06 * frame.length;

/** How far above and below the row of the waist a band is looked for, in torso lengths: it slants, and dips. */
const [above, beneath] = [0.05, 0.2];

/** What lies below the band that is worn: in each column from where its cloth begins, or from the waist where none is seen. */
function belowBand({ waist_y, frame, below }: PersonParts, { width, height }: { width: number; height: number }): Uint8Array {
  const out = new Uint8Array(width * height);
  const [top, bottom] = [
    Math.max(0, Math.round(waist_y - above * frame.length)),
    Math.min(height - 1, Math.round(waist_y + beneath * frame.length)),
  ];
  const begins = Array.from({ length: width }, (_, x) => {
    let from = bottom;
    while (from > top && below.lower[from * width + x]) from--;
    return from === bottom ? waist_y : from;
  });
  const around = Math.max(2, Math.round(0.1 * frame.width));
  for (let x = 0; x < width; x++) {
    const near = begins.slice(Math.max(0, x - around), x + around + 1).toSorted((a, b) => a - b);
    for (let y = near[near.length >> 1]!; y < height; y++) out[y * width + x] = 1;
  }
  return out;
}
