/** A picture in sRGB: rows from the top, pixels from the left, red, green and blue (and opacity, with four channels) 0..255. */
export interface Picture {
  width: number;
  height: number;
  /** [height x width x 3], or [height x width x 4] with opacity last, not multiplied in. */
  data: Uint8Array | Uint8ClampedArray;
}

/** Says how many numbers a pixel has: 3, or 4 with opacity. Throws on any other length. */
export function channelsOf({ width, height, data }: Picture): 3 | 4 {
  const channels = data.length / (width * height);
  if (channels !== 3 && channels !== 4) throw new RangeError(`${data.length} numbers are no ${width} x ${height} picture.`);
  return channels;
}

/** Width and height in px. */
export interface Size {
  width: number;
  height: number;
}

/** Gives the size, proportions kept and never enlarged, whose longer side is at most `side` px; each side at least 1 px. */
export function sizeWithin({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
