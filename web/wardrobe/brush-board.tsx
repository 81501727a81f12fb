import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { boxBetween, type CropBox } from './crop-box.ts';
import type { useMaskDraft } from './use-mask-draft.ts';

interface Props {
  draft: ReturnType<typeof useMaskDraft>;
  alt: string;
}
type Point = [number, number];

/** The photo with what is kept of it in full and the rest as a shade; drawn upon with a finger, a pen or a mouse. */
export function BrushBoard({ draft, alt }: Props) {
  const { pixels, mask, crop, tool, brush_px } = draft;
  const canvas = useRef<HTMLCanvasElement>(null);
  const points = useRef<number[]>([]);
  const [pen, setPen] = useState<Point | null>(null);
  const [drawn, setDrawn] = useState<CropBox | null>(null);
  useEffect(() => {
    if (canvas.current && pixels && mask) paint(canvas.current, pixels, mask);
  }, [pixels, mask]);
  /** Where a pointer stands, in shares of the picture. */
  const place = (event: PointerEvent): Point => {
    const { left, top, width, height } = canvas.current!.getBoundingClientRect();
    return [(event.clientX - left) / width, (event.clientY - top) / height];
  };
  const start = useRef<Point>([0, 0]);
  const begin = (event: PointerEvent) => {
    if (!pixels || event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = place(event);
    points.current = inPixels(start.current, pixels);
  };
  const move = (event: PointerEvent) => {
    if (!pixels || !event.isPrimary) return;
    const at = place(event);
    setPen(at);
    if (points.current.length === 0) return;
    if (tool === 'crop') setDrawn(boxBetween(start.current, at));
    else points.current.push(...inPixels(at, pixels));
  };
  const end = () => {
    const stroke = points.current;
    points.current = [];
    if (stroke.length === 0 || !pixels) return;
    if (tool === 'crop') {
      if (drawn) draft.setCrop(drawn);
      setDrawn(null);
    } else draft.addStroke({ is_keep: tool === 'keep', points: stroke, radius: (brush_px / 2) * scaleOf(canvas.current!, pixels) });
  };
  /** A call came in, or the page was scrolled: nothing was meant. */
  const drop = () => {
    points.current = [];
    setDrawn(null);
  };
  const box = drawn ?? crop;
  return (
    <div className="brush-board cloth">
      <div className="board" style={pixels ? { aspectRatio: `${pixels.width} / ${pixels.height}` } : undefined}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={alt}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={drop}
          onPointerLeave={() => setPen(null)}
        />
        {box.width * box.height < 1 && (
          <i
            className="crop"
            style={{ left: `${box.left * 100}%`, top: `${box.top * 100}%`, width: `${box.width * 100}%`, height: `${box.height * 100}%` }}
          />
        )}
        {pen && tool !== 'crop' && (
          <i className="pen" style={{ left: `${pen[0] * 100}%`, top: `${pen[1] * 100}%`, width: brush_px, height: brush_px }} />
        )}
      </div>
    </div>
  );
}

const inPixels = ([x, y]: Point, { width, height }: ImageData): number[] => [x * width, y * height];

/** How many of the picture’s px one px of the screen covers. */
const scaleOf = (canvas: HTMLCanvasElement, { width }: ImageData): number => width / canvas.getBoundingClientRect().width;

/** What is taken away is still there as a shade, so that it can be brought back. */
const shade = 0.16;

function paint(canvas: HTMLCanvasElement, pixels: ImageData, mask: Uint8Array): void {
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  const shown = new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height);
  for (let i = 0; i < mask.length; i++) shown.data[i * 4 + 3] = 255 * (shade + ((1 - shade) * mask[i]!) / 255);
  canvas.getContext('2d')!.putImageData(shown, 0, 0);
}
