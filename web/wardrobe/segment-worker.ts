import { cutOut } from '#science/imaging/cut-out/cut-out.ts';
import { followMarks } from '#science/imaging/cut-out/follow-marks.ts';

export interface Asked {
  turn: number;
  /** Left out: the same picture as before. */
  pixels?: ImageData;
  /** What somebody painted over a mask; left out: the garment is looked for anew. */
  painted?: {
    /** [height x width] 0..255: the mask as it stands. */
    mask: Uint8Array;
    /** [height x width]: 1 keeps, -1 takes away, 0 is open. */
    marks: Int8Array;
  };
}
export interface Answered {
  turn: number;
  /** [height x width] 0..255; null when it could not be found. */
  mask: Uint8Array | null;
}

let picture: ImageData | null = null;

/** Finds the garment in a thread of its own, so that the page goes on answering. */
addEventListener('message', ({ data: { turn, pixels, painted } }: MessageEvent<Asked>) => {
  picture = pixels ?? picture;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to the page that made this thread
  postMessage({ turn, mask: picture && segment(picture, painted) } satisfies Answered);
});

function segment(pixels: ImageData, painted: Asked['painted']): Uint8Array | null {
  try {
    if (!painted) return Uint8Array.from(cutOut(pixels).alpha);
    const mask = Float32Array.from(painted.mask).map((value) => value / 255);
    return followMarks(pixels, { mask, marks: painted.marks }).map((value) => value * 255);
  } catch {
    return null;
  }
}
