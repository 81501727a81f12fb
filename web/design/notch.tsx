import { useRef, type KeyboardEvent, type PointerEvent, type Ref } from 'react';
import { keyTarget, placeOf, valueAt } from './lay-notches.ts';

interface Props {
  value: number;
  /** Of the seam. */
  scale: { min: number; max: number; step: number };
  /** Of this notch. */
  bounds: { min: number; max: number };
  page_steps: number;
  label: string;
  /** The value in words, read out instead of a bare number. */
  text: string;
  /** Leans away from its neighbour: two that stand close can still be told apart by touch. */
  leans: 'back' | 'forward' | null;
  is_off: boolean | undefined;
  ref: Ref<HTMLDivElement> | undefined;
  /** Where the pointer is on the seam, 0 to 1. */
  placeAt: (event: { clientX: number }) => number;
  onMove: (to: number) => void;
  /** A drag ended, or the focus left. */
  onRest: (() => void) | undefined;
}

/** One notch of a seam: dragged, or moved with the keys. */
export function Notch({ value, scale, bounds, page_steps, label, text, leans, is_off, ref, placeAt, onMove, onRest }: Props) {
  const grabbed = useRef<number | null>(null);
  const press = (event: KeyboardEvent) => {
    const is_rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const to = keyTarget(event.key, value, { ...bounds, step: scale.step, page_steps, is_rtl });
    if (to === null || is_off || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onMove(to);
  };
  const grab = (event: PointerEvent) => {
    if (event.button !== 0 || is_off) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    // Where on the notch it was taken: it must not jump to the pointer's tip.
    grabbed.current = placeAt(event) - placeOf(value, scale);
  };
  const drag = (event: PointerEvent) => {
    if (grabbed.current !== null) onMove(valueAt(placeAt(event) - grabbed.current, scale));
  };
  const drop = () => {
    if (grabbed.current === null) return;
    grabbed.current = null;
    onRest?.();
  };
  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={is_off ? undefined : 0}
      className={leans === null ? 'slider-thumb' : `slider-thumb leans-${leans}`}
      style={{ insetInlineStart: `${placeOf(value, scale) * 100}%` }}
      aria-label={label}
      aria-orientation="horizontal"
      aria-disabled={is_off || undefined}
      aria-valuemin={Math.min(bounds.min, value)}
      aria-valuemax={Math.max(bounds.max, value)}
      aria-valuenow={value}
      aria-valuetext={text}
      onKeyDown={press}
      onBlur={onRest}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
