import { useRef, type KeyboardEvent, type PointerEvent, type Ref } from 'react';
import type { Units } from '#web/people/units.ts';
import { boundsOf, keyTarget, placeOf, type Axis, type End, type Range } from './lay-zone.ts';

interface Props {
  end: End;
  range: Range;
  axis: Axis;
  units: Units;
  label: string;
  /** The measure in words, read out instead of a bare number. */
  text: string;
  ref?: Ref<HTMLDivElement>;
  /** Where the pointer is on the track, 0 to 1. */
  placeAt: (event: { clientX: number }) => { place: number; is_rtl: boolean };
  onMove: (cm: number) => void;
  onRest: () => void;
}

/** One end of a zone: a notch that is dragged, or moved with the keys. */
export function ZoneEnd({ end, range, axis, units, label, text, ref, placeAt, onMove, onRest }: Props) {
  const grabbed = useRef<number | null>(null);
  const cm = range[end];
  const { min, max } = boundsOf(end, range, axis, units);
  const press = (event: KeyboardEvent) => {
    const to = keyTarget(event.key, cm, { min, max, units, is_rtl: getComputedStyle(event.currentTarget).direction === 'rtl' });
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onMove(to);
  };
  const grab = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    // Where on the notch it was taken: it must not jump to the pointer's tip.
    grabbed.current = placeAt(event).place - placeOf(cm, axis);
  };
  const drag = (event: PointerEvent) => {
    if (grabbed.current === null) return;
    onMove(axis.min_cm + (placeAt(event).place - grabbed.current) * (axis.max_cm - axis.min_cm));
  };
  const drop = () => {
    if (grabbed.current === null) return;
    grabbed.current = null;
    onRest();
  };
  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={0}
      className={`zone-end ${end === 'low_cm' ? 'low' : 'high'}`}
      style={{ insetInlineStart: `${placeOf(cm, axis) * 100}%` }}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={cm}
      aria-valuetext={text}
      onKeyDown={press}
      onBlur={onRest}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onClick={(event) => event.stopPropagation()}
    >
      <svg className="notch" viewBox="0 0 18 13" aria-hidden="true">
        <path d="M1 .75h16L9 12.25z" />
      </svg>
      <svg className="grain" viewBox="0 0 22 8" aria-hidden="true">
        <path d="M1 4h20M4 1 1 4l3 3M18 1l3 3-3 3" />
      </svg>
    </div>
  );
}
