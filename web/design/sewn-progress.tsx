import { type CSSProperties, useId } from 'react';

interface Props {
  /** What is going on, in words; it names the line. */
  label: string;
  done: number;
  total: number;
  /** How far, in words: "8 of 46". */
  text: string;
}

/** A line that is sewn as far as the work is, at its true rate. Without a known end there is no line: say so in words instead. */
export function SewnProgress({ label, done, total, text }: Props) {
  const id = useId();
  const part = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  return (
    <div className="sewn">
      <div
        className="seam-line"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={text}
      >
        <i className={part === 1 ? 'is-all' : undefined} style={{ '--p': `${part * 100}%` } as CSSProperties} />
      </div>
      <span className="small" id={id}>
        {label} <span className="quiet">{text}</span>
      </span>
    </div>
  );
}
