import { useEffect, useRef, useState } from 'react';
import { maskPng } from './cut-pixels.ts';
import { type CropBox, whole_photo } from './crop-box.ts';
import { drawStrokes, overrule, type Stroke } from './mask-strokes.ts';
import { openSegmenter, type Segmenter } from './open-segmenter.ts';
import { fetchPicture, readPixels } from './read-pixels.ts';

export type Tool = 'keep' | 'remove' | 'crop';
/** A stroke’s answer comes within a blink at this size, and edges are made fine by the server, px. */
const side = 360;
/** Of the photo; the server takes less for dirt. */
const garment_min = 0.005;
/** A brush for a strap, and one for a whole sleeve, px of the screen. */
export const [brush_px_min, brush_px_max] = [8, 120];

type Step = { strokes: Stroke[]; mask: Uint8Array; crop: CropBox };
type Loaded = { pixels: ImageData; segmenter: Segmenter };

/** Holds a cut-out that is being painted right: every stroke asks the picture again, and can be undone. */
export function useMaskDraft(photo: string, clean: string | null) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [steps, setSteps] = useState<Step[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [tool, setTool] = useState<Tool>('remove');
  const [brush_px, setBrush] = useState(46);
  const turn = useRef(0);
  useEffect(() => {
    const stop = new AbortController();
    const segmenter = openSegmenter();
    const load = async () => {
      const pixels = await readPixels(await fetchPicture(photo, stop.signal), side);
      const found = await segmenter.find({ pixels }).catch(() => new Uint8Array(pixels.width * pixels.height));
      const mask = (clean && (await alphaOf(clean, pixels, stop.signal).catch(() => null))) || found;
      if (stop.signal.aborted) return;
      setLoaded({ pixels, segmenter });
      setSteps([{ strokes: [], mask, crop: whole_photo }]);
    };
    void load().catch((failure: unknown) => stop.signal.aborted || setError(failure));
    return () => {
      stop.abort();
      segmenter.close();
    };
    // The addresses are signed anew now and then; the picture behind them is the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const now = steps.at(-1);
  const push = (step: Step) => setSteps((all) => [...all, step]);
  const addStroke = (stroke: Stroke) => {
    if (!loaded || !now) return;
    const strokes = [...now.strokes, stroke];
    const marks = drawStrokes(strokes, loaded.pixels);
    const before = now.mask;
    // At once what the hand said; a moment later what the picture makes of it.
    push({ ...now, strokes, mask: overrule(before, drawStrokes([stroke], loaded.pixels)) });
    const mine = (turn.current += 1);
    loaded.segmenter.find({ painted: { mask: before, marks } }).then(
      (mask) => mine === turn.current && setSteps((all) => [...all.slice(0, -1), { ...all.at(-1)!, mask }]),
      () => undefined,
    );
  };
  return {
    pixels: loaded?.pixels ?? null,
    mask: now?.mask ?? null,
    crop: now?.crop ?? whole_photo,
    is_ready: now !== undefined,
    error,
    tool,
    setTool,
    brush_px,
    setBrush,
    addStroke,
    setCrop: (crop: CropBox) => now && push({ ...now, crop }),
    /** Goes on with the newest step, or begins one. */
    moveCrop: (crop: CropBox, is_new: boolean) =>
      setSteps((all) => (all.length === 0 ? all : [...(is_new ? all : all.slice(0, -1)), { ...all.at(-1)!, crop }])),
    can_undo: steps.length > 1,
    undo: () => {
      turn.current += 1;
      setSteps((all) => (all.length > 1 ? all.slice(0, -1) : all));
    },
    /** Tells whether anything is left that could be a garment. */
    keepsAnything: () => shareOf(cropped(now!, loaded!.pixels)) >= garment_min,
    result: async () => ({ mask_png: await maskPng(loaded!.pixels, cropped(now!, loaded!.pixels)) }),
  };
}

/** The mask inside the crop; beside it nothing is kept. */
function cropped({ mask, crop }: Step, { width, height }: ImageData): Uint8Array {
  return mask.map((value, i) => {
    const [x, y] = [((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height];
    return x >= crop.left && x <= crop.left + crop.width && y >= crop.top && y <= crop.top + crop.height ? value : 0;
  });
}

const shareOf = (mask: Uint8Array): number => mask.reduce((sum, value) => sum + value, 0) / (255 * mask.length);

/** The opacity of the cut-out as it is stored, in the shape of the photo; null where it has another. */
async function alphaOf(clean: string, { width, height }: ImageData, signal: AbortSignal): Promise<Uint8Array | null> {
  const { width: own_width, height: own_height, data } = await readPixels(await fetchPicture(clean, signal), Math.max(width, height));
  if (own_width !== width || own_height !== height) return null;
  return Uint8Array.from({ length: width * height }, (_, i) => data[i * 4 + 3]!);
}
