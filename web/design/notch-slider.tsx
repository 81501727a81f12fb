import { type MouseEvent, type Ref, useId, useRef } from 'react';
import { boundsOf, moveNotch, nearestNotch, placeOf, valueAt } from './lay-notches.ts';
import { Notch } from './notch.tsx';

interface Tick {
  at: number;
  is_long?: boolean;
}
interface Props {
  label: string;
  /** Where the label and the value stand beside it already. */
  is_label_hidden?: boolean;
  /** One value, or two with the smaller first. */
  value: readonly number[];
  min: number;
  max: number;
  step?: number;
  /** Distance of two ticks in the unit of the values, or each tick. */
  ticks?: number | readonly Tick[];
  /** Two notches keep at least this far from each other. */
  min_gap?: number;
  /** How many steps the page keys move. */
  page_steps?: number;
  /** Each notch's own name, for who listens: "From", "To". */
  notch_labels: readonly string[];
  /** A value in words, with its unit. */
  valueText: (value: number) => string;
  /** What stands at the right of the label; all values otherwise. */
  says?: string;
  /** Words under both ends of the seam. */
  ends?: readonly [string, string];
  /** `yours`: thread, because it is what you like. */
  tone?: 'ink' | 'yours';
  /** A guess that nobody confirmed: basted, with hollow notches. */
  is_basted?: boolean;
  is_off?: boolean;
  first_notch?: Ref<HTMLDivElement>;
  onChange: (value: number[]) => void;
  /** When a drag ends or the focus leaves a notch: keys and drags come in bursts. */
  onRest?: () => void;
}

/**
 * A seam with one or two notches to drag. Touching the seam brings the nearer one there, so nothing needs dragging; arrows move
 * by a step, the page keys by several, Home and End as far as the notch may go.
 */
export function NotchSlider(props: Props) {
  const { label, is_label_hidden, value, min, max, step = 1, ticks = step, min_gap = 0, page_steps = 10, tone = 'ink', ...rest } = props;
  const { notch_labels, valueText, says = value.map(valueText).join(' – '), ends, is_basted, is_off, first_notch, onChange, onRest } = rest;
  const id = useId();
  const track = useRef<HTMLDivElement>(null);
  const scale = { min, max, step, min_gap };
  const placeAt = ({ clientX }: { clientX: number }): number => {
    const { left, width } = track.current!.getBoundingClientRect();
    const from_left = (clientX - left) / width;
    return getComputedStyle(track.current!).direction === 'rtl' ? 1 - from_left : from_left;
  };
  const move = (index: number, to: number) => {
    const next = moveNotch(value, index, to, scale);
    if (next[index] !== value[index]) onChange(next);
  };
  const touch = (event: MouseEvent) => {
    if (is_off) return;
    const touched = valueAt(placeAt(event), scale);
    move(nearestNotch(value, touched), touched);
  };
  const from = value.length === 1 ? 0 : placeOf(value[0]!, scale);
  const to = placeOf(value.at(-1)!, scale);
  const look = ['slider', tone === 'yours' && 'is-yours', is_basted && 'is-basted', value.length === 1 && 'has-one', is_off && 'is-off'];
  return (
    <div
      className={look.filter(Boolean).join(' ')}
      role="group"
      {...(is_label_hidden ? { 'aria-label': label } : { 'aria-labelledby': id })}
    >
      {!is_label_hidden && (
        <div className="says-value">
          <span className="b" id={id}>
            {label}
          </span>
          <output>{says}</output>
        </div>
      )}
      {/* The notches do with keys all that touching the seam does. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="slider-seam" onClick={touch}>
        <div className="slider-track" ref={track}>
          {ticksOf(ticks, scale).map(({ at, is_long }) => (
            <i
              key={at}
              className={is_long ? 'slider-tick is-long' : 'slider-tick'}
              style={{ insetInlineStart: `${placeOf(at, scale) * 100}%` }}
            />
          ))}
          <span className="slider-range" style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${(to - from) * 100}%` }} />
          {value.map((at, index) => (
            <Notch
              // oxlint-disable-next-line react/no-array-index-key -- a notch is its place: the values move under it
              key={index}
              ref={index === 0 ? first_notch : undefined}
              value={at}
              bounds={boundsOf(index, value, scale)}
              label={notch_labels[index]!}
              text={valueText(at)}
              leans={value.length === 1 ? null : index === 0 ? 'back' : 'forward'}
              onMove={(target) => move(index, target)}
              {...{ scale, page_steps, is_off, placeAt, onRest }}
            />
          ))}
        </div>
      </div>
      {ends && (
        <div className="ends micro faint" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}

function ticksOf(ticks: number | readonly Tick[], { min, max }: { min: number; max: number }): readonly Tick[] {
  if (typeof ticks !== 'number') return ticks;
  return Array.from({ length: Math.max(1, Math.round((max - min) / ticks)) + 1 }, (_, n) => ({ at: min + n * ticks }));
}
