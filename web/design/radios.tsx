import { type ReactNode, useId } from 'react';
import { FieldError } from './field.tsx';

export interface Option {
  value: string;
  label: string;
  /** Over the label: says nothing that the label does not. */
  picture?: ReactNode;
  is_best?: boolean;
  aria_label?: string;
  /** Under the label, such as what is in stock. */
  note?: string;
  /** Cannot be chosen: struck through. Say why in `note`. */
  is_off?: boolean;
}
interface Props {
  legend: string;
  options: Option[];
  value: string | null;
  onChange: (value: string) => void;
  /** `sizes`: letters on a seam; `choice`: halves of one control; `picks`: words on a seam. */
  look: 'sizes' | 'choice' | 'choice slim' | 'picks';
  is_legend_hidden?: boolean;
  /** What a form calls the choice, and which form, for browsers without scripts. */
  name?: string;
  form?: string;
  error?: string;
}

/** One choice of a few, as native radios: arrow keys and screen readers know them already. */
export function Radios({ legend, options, value, onChange, look, is_legend_hidden, error, name, form }: Props) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={is_legend_hidden ? 'sr' : 'label'}>{legend}</legend>
      <div className={look}>
        {options.map((option) => (
          <label key={option.value} className={option.is_best ? 'best' : undefined}>
            <input
              type="radio"
              name={name ?? id}
              form={form}
              value={option.value}
              checked={value === option.value}
              disabled={option.is_off}
              aria-label={option.aria_label}
              onChange={() => onChange(option.value)}
            />
            {option.picture}
            <span>{option.label}</span>
            {option.note && <small>{option.note}</small>}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
