import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  label: ReactNode;
  /** `some`: part of what it stands for is chosen. */
  value: boolean | 'some';
  is_off?: boolean;
  /** What a form sends when it is chosen, for browsers without scripts. */
  sent?: { form: string; name: string; value: string };
  onChange: (is_chosen: boolean) => void;
}

/** A square with a notch cut into it when it is chosen. */
export function Checkbox({ label, value, is_off, sent, onChange }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // HTML has no attribute for it.
    if (box.current) box.current.indeterminate = value === 'some';
  }, [value]);
  return (
    <label className="tick">
      <input
        {...sent}
        ref={box}
        type="checkbox"
        checked={value === true}
        disabled={is_off}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
