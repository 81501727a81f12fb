import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { findConnectedParts } from '#science/imaging/connected-parts.ts';

/** What can be said of a mask without knowing what is right. All 0..1. */
export interface MaskSigns {
  /** Share of the picture. */
  area: number;
  /** Share of the frame's pixels that are inside. */
  frame: number;
  /** How well the outline follows edges: share of it where colour changes clearly more than it does nearby in the picture. */
  outline: number;
  /** Mean share by which colours a little inside and a little outside the outline differ. */
  contrast: number;
  /** Share of the mask in its largest part. */
  unity: number;
  /** How compact: 4 pi area / outline length^2. */
  compactness: number;
  /** How near the middle its centre is, 1 at the middle. */
  centered: number;
}

/** CIELAB units at which two colours side by side are clearly different: about ten times what is just noticeable. */
const clear_difference = 12;

/** Looks at a mask [height x width] on its picture. O(pixels). */
export function judgeMask(inside: Uint8Array, planes: ColorPlanes): MaskSigns {
  const { width, height } = planes;
  const parts = findConnectedParts(inside, planes);
  let [area, on_frame, x_sum, y_sum] = [0, 0, 0, 0];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    area++;
    x_sum += x;
    y_sum += y;
    if (x === 0 || y === 0 || x + 1 === width || y + 1 === height) on_frame++;
  }
  const largest = Math.max(0, ...parts.areas.filter((_, part) => parts.values[part] === 1));
  const outline = walkOutline(inside, planes);
  const off = Math.hypot(x_sum / area / width - 0.5, y_sum / area / height - 0.5) * 2;
  return {
    area: area / inside.length,
    frame: on_frame / (2 * (width + height) - 4),
    outline: outline.clear / Math.max(1, outline.length),
    contrast: outline.difference / Math.max(1, outline.length),
    unity: area === 0 ? 0 : largest / area,
    compactness: area === 0 ? 0 : Math.min(1, (4 * Math.PI * area) / Math.max(1, outline.length * 0.79) ** 2),
    centered: area === 0 ? 0 : Math.max(0, 1 - off),
  };
}

function walkOutline(inside: Uint8Array, planes: ColorPlanes): { length: number; clear: number; difference: number } {
  const { width, height } = planes;
  const reach = Math.max(1, Math.round(Math.min(width, height) / 80));
  let [length, clear, difference] = [0, 0, 0];
  const visit = (i: number, j: number, room: number, step: number): void => {
    if (inside[i] === inside[j]) return;
    length++;
    const far = Math.min(reach, room);
    const change = colorChange(planes, i - step * far, j + step * far);
    difference += 1 - Math.exp(-change / clear_difference);
    if (colorChange(planes, i - step, j + step) > clear_difference) clear++;
  };
  for (let y = 1, i = width + 1; y < height - 2; y++, i += 3)
    for (let x = 1; x < width - 2; x++, i++) {
      visit(i, i + 1, Math.min(x, width - 2 - x), 1);
      visit(i, i + width, Math.min(y, height - 2 - y), width);
    }
  return { length, clear, difference };
}

function colorChange({ lightness, a, b }: ColorPlanes, i: number, j: number): number {
  return Math.hypot(lightness[i]! - lightness[j]!, a[i]! - a[j]!, b[i]! - b[j]!);
}
