import { type CSSProperties, useId } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';

export interface SelvedgeColour {
  name: string;
  /** CSS colour. */
  colour: string;
  pieces: number;
}
interface Props {
  legend: string;
  colours: SelvedgeColour[];
  value: string | null;
  onChange: (name: string) => void;
  /** What is said of the chosen one, at the right: "goes with ecru". */
  note?: string;
}

/** The strip of colours somebody owns, each as wide as there are pieces of it, never too narrow to touch. */
export function Selvedge({ legend, colours, value, onChange, note }: Props) {
  const t = useTranslate();
  const name = useId();
  const chosen = colours.find((colour) => colour.name === value);
  return (
    <fieldset className="selvedge">
      <legend className="sr">{legend}</legend>
      {/* The radios inside take the focus and bring themselves into view. */}
      <div className="strip">
        {colours.map((colour) => (
          <label key={colour.name} style={{ '--colour': colour.colour, '--pieces': colour.pieces } as CSSProperties}>
            <input
              type="radio"
              name={name}
              checked={colour.name === value}
              onChange={() => onChange(colour.name)}
              aria-label={t('design.colour_pieces', { name: colour.name, count: colour.pieces })}
            />
          </label>
        ))}
      </div>
      {chosen && (
        <p className="small row between wraps" aria-hidden="true">
          <span className="b">{t('design.colour_pieces', { name: chosen.name, count: chosen.pieces })}</span>
          {note && <span className="quiet">{note}</span>}
        </p>
      )}
    </fieldset>
  );
}
