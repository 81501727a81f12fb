/** A part of a photo, in shares of its width and height. */
export interface CropBox {
  left: number;
  top: number;
  width: number;
  height: number;
}
export const whole_photo: CropBox = { left: 0, top: 0, width: 1, height: 1 };

/** Less than this of a side is a slip of the finger. */
const side_min = 0.05;

/** The box between two corners, inside the photo; null when it is too small to be meant. */
export function boxBetween(one: readonly [number, number], other: readonly [number, number]): CropBox | null {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const [x0, x1] = [inside(Math.min(one[0], other[0])), inside(Math.max(one[0], other[0]))];
  const [y0, y1] = [inside(Math.min(one[1], other[1])), inside(Math.max(one[1], other[1]))];
  if (x1 - x0 < side_min || y1 - y0 < side_min) return null;
  return { left: x0, top: y0, width: x1 - x0, height: y1 - y0 };
}

export const crop_edges = ['left', 'top', 'right', 'bottom'] as const;
export type CropEdge = (typeof crop_edges)[number];

/** Where an edge stands, from the photo’s left or top, 0..1. */
export function edgeAt({ left, top, width, height }: CropBox, edge: CropEdge): number {
  return { left, top, right: left + width, bottom: top + height }[edge];
}

/** How far an edge may go: to the photo’s own, and no nearer to the edge across than a side must be long. */
export function boundsOfEdge(box: CropBox, edge: CropEdge): [number, number] {
  const across = ({ left: 'right', top: 'bottom', right: 'left', bottom: 'top' } as const)[edge];
  return edge === 'left' || edge === 'top' ? [0, edgeAt(box, across) - side_min] : [edgeAt(box, across) + side_min, 1];
}

/** The box with one edge brought to a place, as far as it may go. */
export function moveEdge(box: CropBox, edge: CropEdge, to: number): CropBox {
  const [from, end] = boundsOfEdge(box, edge);
  const by = Math.min(end, Math.max(from, to)) - edgeAt(box, edge);
  if (edge === 'left') return { ...box, left: box.left + by, width: box.width - by };
  if (edge === 'top') return { ...box, top: box.top + by, height: box.height - by };
  return edge === 'right' ? { ...box, width: box.width + by } : { ...box, height: box.height + by };
}
