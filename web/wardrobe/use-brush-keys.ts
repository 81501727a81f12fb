import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { brush_px_max, brush_px_min, type useMaskDraft } from './use-mask-draft.ts';

interface Options {
  draft: ReturnType<typeof useMaskDraft>;
  /** Draws a line through points in the picture’s px. */
  draw: (points: number[]) => void;
}
type Point = [number, number];

/** One press, and one with Shift, in shares of the picture: fine enough for a strap, and ten of the large ones cross it. */
const [step, large_step] = [0.01, 0.1];
const size_step_px = 8;
/** A screen reader is told where the brush came to rest, not every step on the way, ms. */
const rest_ms = 350;

const ways: Record<string, Point> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** Beside the brackets, which are hard to reach on many keyboards. */
const sizes: Record<string, number> = { '[': -1, '-': -1, ']': 1, '+': 1 };

/** A brush moved by the keys: a press of Space or Enter is a dab, held it is a line. Tab leaves as everywhere. */
export function useBrushKeys({ draft, draw }: Options) {
  const { pixels, mask, tool, brush_px } = draft;
  const t = useTranslate();
  const place = useRef<Point>([0.5, 0.5]);
  const line = useRef<number[]>([]);
  const [at, setAt] = useState<Point | null>(null);
  const [is_down, setDown] = useState(false);
  // Once shown, how to use the keys stays: gone with the focus, it would pull away what is just being pressed.
  const [was_used, setUsed] = useState(false);
  const [did, setDid] = useState<'moved' | 'keep' | 'remove' | 'sized'>('moved');
  const text = at && pixels && mask ? says() : '';
  const told = useAtRest(text);

  function says(): string {
    if (did === 'sized') return t('fix.brush_is', { px: brush_px });
    const [x, y] = at!.map((share) => Math.round(share * 100));
    return t('fix.brush_at', { did, x: x!, y: y!, is_kept: isKept(at!, { pixels: pixels!, mask: mask! }) ? 'yes' : 'no' });
  }
  const note = () => pixels && line.current.push(place.current[0] * pixels.width, place.current[1] * pixels.height);
  const move = ([dx, dy]: Point, by: number) => {
    const inside = (value: number) => Math.min(1, Math.max(0, Math.round(value * 1000) / 1000));
    place.current = [inside(place.current[0] + dx * by), inside(place.current[1] + dy * by)];
    setAt(place.current);
    setDid('moved');
    if (line.current.length > 0) note();
  };
  const lift = () => {
    const points = line.current;
    line.current = [];
    setDown(false);
    if (points.length === 0) return;
    draw(points);
    setDid(tool === 'keep' ? 'keep' : 'remove');
  };
  const press = (event: KeyboardEvent) => {
    const [way, size] = [ways[event.key], sizes[event.key]];
    // A bracket is typed with Alt on many keyboards; Alt with an arrow leaves the page, Ctrl with a plus enlarges it.
    const is_chord = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
    if (is_chord || (event.altKey && size === undefined)) return;
    if (way) move(way, event.shiftKey ? large_step : step);
    else if (size !== undefined) {
      draft.setBrush(Math.min(brush_px_max, Math.max(brush_px_min, brush_px + size * size_step_px)));
      setDid('sized');
    } else if (event.key === ' ' || event.key === 'Enter') {
      if (!event.repeat && line.current.length === 0) note();
      setDown(true);
    } else return;
    setAt(place.current);
    setUsed(true);
    event.preventDefault();
  };
  const release = (event: KeyboardEvent) => {
    if (event.key === ' ' || event.key === 'Enter') lift();
  };
  const enter = (event: FocusEvent) => {
    if (!event.currentTarget.matches(':focus-visible')) return;
    setAt(place.current);
    setUsed(true);
  };
  const leave = () => {
    lift();
    setAt(null);
  };
  return { at, is_down, was_used, says: told, handlers: { onKeyDown: press, onKeyUp: release, onFocus: enter, onBlur: leave } };
}

function isKept([x, y]: Point, { pixels: { width, height }, mask }: { pixels: ImageData; mask: Uint8Array }): boolean {
  const [column, row] = [Math.min(width - 1, Math.floor(x * width)), Math.min(height - 1, Math.floor(y * height))];
  return mask[row * width + column]! > 127;
}

function useAtRest(text: string): string {
  const [told, setTold] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTold(text), rest_ms);
    return () => clearTimeout(timer);
  }, [text]);
  return told;
}
