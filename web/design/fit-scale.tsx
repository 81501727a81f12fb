import { useId } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { FieldError } from './field.tsx';

export const girth_feels = ['too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large'] as const;
export const length_feels = ['too_short', 'slightly_short', 'perfect', 'slightly_long', 'too_long'] as const;
export type Feel = (typeof girth_feels)[number] | (typeof length_feels)[number];

interface Props<F extends Feel> {
  legend: string;
  feels: readonly F[];
  value: F | undefined;
  onChange: (feel: F) => void;
  error?: string;
}

/** Five stops on a seam, from too small to too large; the chosen word stands at the right. */
export function FitScale<F extends Feel>({ legend, feels, value, onChange, error }: Props<F>) {
  const t = useTranslate();
  const name = useId();
  const tone = value === undefined ? 'faint' : value === 'perfect' ? 'quiet' : 'you';
  return (
    <fieldset className="scale" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>
        <span className="b">{legend}</span>
        <span className={tone} aria-hidden="true">
          {t(value ? `feel.${value}` : 'feel.not_said')}
        </span>
      </legend>
      <div className="stops">
        {feels.map((feel) => (
          <label key={feel}>
            <input type="radio" name={name} value={feel} checked={value === feel} onChange={() => onChange(feel)} />
            <span className="sr">{t(`feel.${feel}`)}</span>
          </label>
        ))}
      </div>
      <div className="ends micro faint" aria-hidden="true">
        <span>{t(`feel.${feels[0]!}`)}</span>
        <span>{t(`feel.${feels.at(-1)!}`)}</span>
      </div>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
