import * as Slider from 'radix-ui/slider';
import { type CSSProperties, useId } from 'react';

interface Props {
  label: string;
  /** One value, or two with the smaller first. */
  value: number[];
  min: number;
  max: number;
  step?: number;
  /** Distance of two ticks, in the unit of the values. */
  tick?: number;
  /** Two notches keep at least this far from each other. */
  min_gap?: number;
  /** Each notch's own name, for who listens: "From", "To". */
  notch_labels: string[];
  /** A value in words, with its unit. */
  valueText: (value: number) => string;
  /** What stands at the right of the label; all values otherwise. */
  says?: string;
  /** Words under both ends of the seam. */
  ends?: [string, string];
  /** `yours`: thread, because it is what you like. */
  tone?: 'ink' | 'yours';
  /** A guess that nobody confirmed: basted, with hollow notches. */
  is_basted?: boolean;
  is_off?: boolean;
  onChange: (value: number[]) => void;
  /** Once per drag, when it ends; and on every key. */
  onCommit?: (value: number[]) => void;
}

/** A seam with one or two notches to drag; arrows move by a step, Page keys by ten, Home and End to the ends. */
export function NotchSlider({ label, value, min, max, step = 1, tick = step, min_gap = 0, tone = 'ink', ...rest }: Props) {
  const { notch_labels, valueText, says = value.map(valueText).join(' – '), ends, is_basted, is_off, onChange, onCommit } = rest;
  const id = useId();
  const look = ['slider', tone === 'yours' && 'is-yours', is_basted && 'is-basted', value.length === 1 && 'has-one'];
  return (
    <div className={look.filter(Boolean).join(' ')} role="group" aria-labelledby={id}>
      <div className="says-value">
        <span className="b" id={id}>
          {label}
        </span>
        <output>{says}</output>
      </div>
      <Slider.Root
        className="slider-seam"
        style={{ '--ticks': Math.max(1, (max - min) / tick) } as CSSProperties}
        {...{ value, min, max, step }}
        minStepsBetweenThumbs={Math.round(min_gap / step)}
        disabled={is_off}
        onValueChange={onChange}
        onValueCommit={onCommit}
      >
        <Slider.Track className="slider-track">
          <Slider.Range className="slider-range" />
        </Slider.Track>
        {value.map((at, index) => (
          <Slider.Thumb
            // oxlint-disable-next-line react/no-array-index-key -- a notch is its place: the values move under it
            key={index}
            className="slider-thumb"
            aria-label={notch_labels[index]}
            aria-valuetext={valueText(at)}
          />
        ))}
      </Slider.Root>
      {ends && (
        <div className="ends micro faint" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}
