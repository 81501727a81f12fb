interface Size {
  width: number;
  height: number;
}

export interface Stroke {
  /** Keeps what it touches, or takes it away. */
  is_keep: boolean;
  /** Its points in the plane's px: x, y, x, y, … */
  points: number[];
  radius: number;
}

/** What a stroke leaves; 0 is open. */
export const kept = 1;
export const removed = -1;

/** Draws strokes in the order in which they were made, the last one counts: [height x width]. */
export function drawStrokes(strokes: readonly Stroke[], { width, height }: Size): Int8Array {
  const data = new Int8Array(width * height);
  for (const { is_keep, points, radius } of strokes) {
    const value = is_keep ? kept : removed;
    for (let i = 0; i < points.length; i += 2) {
      const from = i === 0 ? 0 : i - 2;
      drawSegment({ width, height, data }, [points[from]!, points[from + 1]!, points[i]!, points[i + 1]!], { radius, value });
    }
  }
  return data;
}

type Pen = { radius: number; value: number };

/** Fills all pixels nearer than the radius to the line between two points. */
function drawSegment(
  { width, height, data }: Size & { data: Int8Array },
  [x0, y0, x1, y1]: [number, number, number, number],
  { radius, value }: Pen,
): void {
  const [left, right] = [Math.max(0, Math.floor(Math.min(x0, x1) - radius)), Math.min(width - 1, Math.ceil(Math.max(x0, x1) + radius))];
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(y0, y1) - radius)), Math.min(height - 1, Math.ceil(Math.max(y0, y1) + radius))];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length2 = dx * dx + dy * dy || 1;
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length2));
      const [ox, oy] = [x - x0 - along * dx, y - y0 - along * dy];
      if (ox * ox + oy * oy <= radius * radius) data[y * width + x] = value;
    }
}

/** Lays strokes over a mask without asking the picture: what they touch is as they say. */
export function overrule(mask: Uint8Array, marks: Int8Array): Uint8Array {
  return mask.map((value, i) => (marks[i] === kept ? 255 : marks[i] === removed ? 0 : value));
}
