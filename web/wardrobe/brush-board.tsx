import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { boxBetween, type CropBox } from './crop-box.ts';
import { CropHandles } from './crop-handles.tsx';
import { useBrushKeys } from './use-brush-keys.ts';
import type { useMaskDraft } from './use-mask-draft.ts';

interface Props {
  draft: ReturnType<typeof useMaskDraft>;
  alt: string;
}
type Point = [number, number];

/** The photo with what is kept of it in full and the rest as a shade; drawn upon with a finger, a pen, a mouse or the keys. */
export function BrushBoard({ draft, alt }: Props) {
  const t = useTranslate();
  const id = useId();
  const { pixels, mask, crop, tool, brush_px } = draft;
  const canvas = useRef<HTMLCanvasElement>(null);
  const points = useRef<number[]>([]);
  const [pen, setPen] = useState<Point | null>(null);
  const [drawn, setDrawn] = useState<CropBox | null>(null);
  useEffect(() => {
    if (canvas.current && pixels && mask) paint(canvas.current, pixels, mask);
  }, [pixels, mask]);
  /** Draws a line through points of the picture. */
  const draw = (stroke: number[]) =>
    draft.addStroke({ is_keep: tool === 'keep', points: stroke, radius: (brush_px / 2) * scaleOf(canvas.current!, pixels!) });
  const keys = useBrushKeys({ draft, draw });
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
    } else draw(stroke);
  };
  /** A call came in, or the page was scrolled: nothing was meant. */
  const drop = () => {
    points.current = [];
    setDrawn(null);
  };
  const box = drawn ?? crop;
  const is_brush = tool !== 'crop' && draft.is_ready;
  const shown = pen ?? keys.at;
  return (
    <div className="brush-board cloth">
      <div
        className="board"
        style={pixels ? { aspectRatio: `${pixels.width} / ${pixels.height}` } : undefined}
        {...(is_brush && { role: 'application', tabIndex: 0, 'aria-label': t('fix.board'), 'aria-describedby': id, ...keys.handlers })}
      >
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
        {(box.width * box.height < 1 || tool === 'crop') && <i className="crop" style={placed(box)} />}
        {tool === 'crop' && draft.is_ready && <CropHandles box={box} onMove={draft.moveCrop} />}
        {shown && tool !== 'crop' && (
          <i
            className={keys.is_down ? 'pen is-down' : 'pen'}
            style={{ left: `${shown[0] * 100}%`, top: `${shown[1] * 100}%`, width: brush_px, height: brush_px }}
          />
        )}
      </div>
      <p className="board-keys small" id={id} hidden={!keys.was_used || !is_brush}>
        {t('fix.board_keys')}
      </p>
      <p className="sr" role="status">
        {keys.says}
      </p>
    </div>
  );
}

const placed = ({ left, top, width, height }: CropBox) => ({
  left: `${left * 100}%`,
  top: `${top * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

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
